import type { App, Context } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import type { ChatTools, LostChannel } from '../../../src/chat/chat-platform.ts'
import type { Channels } from '../answer/people.ts'
import type { OnInstalled, Remover, Workspaces } from '../transport/workspaces.ts'

/** Event prefixes: public and private channels. */
const KINDS = ['channel', 'group'] as const

const REMOVED: LostChannel = {
  code: 'not-allowed',
  remedy: 'invite',
  reason: 'The app was removed from the channel.',
}

/** Events after which nothing can be posted in the channel, each with the error that a post would get. */
const LOSS_EVENTS = [
  ['left', REMOVED],
  ['archive', { code: 'channel-gone', remedy: 'archived', reason: 'The channel was archived.' }],
  ['deleted', { code: 'channel-gone', reason: 'The channel was deleted.' }],
] as const satisfies readonly (readonly [string, LostChannel])[]

/** Events about channels, apart from members joining and leaving. */
export const CHANNEL_EVENTS: readonly string[] = [
  ...KINDS.flatMap((kind) => LOSS_EVENTS.map(([end]) => `${kind}_${end}`)),
  ...KINDS.map((kind) => `${kind}_unarchive`),
  ...KINDS.map((kind) => `${kind}_rename`),
  'channel_id_changed',
]

/** Channels for which the time of the last event is remembered. */
const CHANNELS = 5_000

interface MembershipTools extends Pick<
  ChatTools,
  'memory' | 'log' | 'now' | 'resumeDestination' | 'loseDestination'
> {
  readonly app: App
  readonly workspaces: Workspaces
  readonly channels: Channels
}

/** Both forms of a destination: the settings may name a channel without its workspace. */
const destinationsOf = (team: string, channel: string) => [`slack:${team}/${channel}`, `slack:${channel}`]

interface Received {
  readonly body: Envelope
  readonly context: Context
}

/** Follows which channels the app can post in. */
export function listenToMembership(tools: MembershipTools): void {
  const { app, workspaces, channels, memory, log, now, resumeDestination, loseDestination } = tools
  const lastAt = new LRUCache<string, number>({ max: CHANNELS })

  const teamOf = async ({ teamId }: Context): Promise<string> => (await workspaces.of(teamId ?? null)).team

  /** Returns the workspace of an event about a channel; null if a newer event was handled already. */
  async function newsOf({ body, context }: Received, channel: string): Promise<string | null> {
    const team = await teamOf(context)
    channels.forget(team, channel)
    const id = `${team}/${channel}`
    const at = eventTime(body, now())
    if (at < (lastAt.get(id) ?? 0)) return null
    lastAt.set(id, at)
    return team
  }

  async function loseChannel(received: Received, channel: string, lost: LostChannel): Promise<void> {
    const team = await newsOf(received, channel)
    if (team === null) return
    for (const destination of destinationsOf(team, channel)) await loseDestination(destination, lost)
    log.info({ workspace: team, channel, reason: lost.reason }, 'a channel takes no messages any more')
  }

  async function resumeChannel(received: Received, channel: string, event: string): Promise<void> {
    const team = await newsOf(received, channel)
    if (team === null) return
    for (const destination of destinationsOf(team, channel))
      if (await resumeDestination(destination)) log.info({ destination, event }, 'posting again')
  }

  for (const kind of KINDS) {
    for (const [end, lost] of LOSS_EVENTS)
      app.event(`${kind}_${end}`, (received) => loseChannel(received, received.event.channel, lost))
    app.event(`${kind}_unarchive`, (received) =>
      resumeChannel(received, received.event.channel, received.event.type),
    )
    app.event(`${kind}_rename`, async ({ event, context }) =>
      channels.forget(await teamOf(context), event.channel.id),
    )
  }

  app.event('member_left_channel', async (received) => {
    const { event, context } = received
    if (event.user === context.botUserId) await loseChannel(received, event.channel, REMOVED)
  })

  app.event('member_joined_channel', async (received) => {
    const { event, context } = received
    if (event.user === context.botUserId) await resumeChannel(received, event.channel, event.type)
  })

  // A private channel gets a new id when it is shared with another workspace.
  // https://docs.slack.dev/reference/events/channel_id_changed
  app.event('channel_id_changed', async ({ event, context }) => {
    const team = await teamOf(context)
    const { old_channel_id: channel, new_channel_id: to } = event
    channels.forget(team, channel)
    await memory.moveChannel({ platform: 'slack', workspace: team, channel }, to)
    log.info({ workspace: team, channel, to }, 'a channel has another id; what is kept of it moved there')
  })
}

interface RemovalTools extends Pick<ChatTools, 'memory' | 'log' | 'now'> {
  readonly app: App
  readonly workspaces: Workspaces
  readonly onInstalled: OnInstalled
}

/**
 * Memory of when an organisation last gave the app to a workspace, so that an older event does not revoke it.
 */
const granted = (team: string) => ({ platform: 'slack', kind: 'granted', id: team }) as const

/**
 * Handles a workspace or organisation that removes the app. Nothing is deleted yet: if the app is installed
 * again within thirty days, everything is as before. These events come twice, late and in any order; a
 * revoked token alone only means that the next call will be refused.
 */
export function listenToRemovals(tools: RemovalTools): void {
  const { app, workspaces, onInstalled, memory, log, now } = tools

  async function leave(workspace: string, at: number): Promise<void> {
    const resting = await memory.leaveWorkspace({ platform: 'slack', workspace }, at)
    log.info(
      { workspace, resting },
      'a workspace removed the app; what is kept of it is deleted in thirty days',
    )
  }

  app.event('app_uninstalled', async ({ body }) => {
    const remover = removerOf(body)
    const at = eventTime(body, now())
    const left = await workspaces.leftBy(remover, at)
    if (left.length === 0) log.info(remover, 'the app was removed, and installed since')
    for (const workspace of left) await leave(workspace, at)
    if (left.length > 0) await workspaces.drop(remover, at)
  })

  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return
    log.warn(
      { workspace: body.team_id, organisation: body.enterprise_id },
      'Slack revoked the token of the bot: where no other one took its place, install the app there again',
    )
  })

  // The organisation took the app from some of its workspaces, or gave it to them.
  app.event('team_access_revoked', async ({ event, body }) => {
    const at = eventTime(body, now())
    if ((await workspaces.leftBy({ ...removerOf(body), team: null }, at)).length === 0) return
    for (const team of event.team_ids)
      if (Number(await memory.recall(granted(team))) <= at) await leave(team, at)
  })

  app.event('team_access_granted', async ({ event, body }) => {
    const at = eventTime(body, now())
    for (const team of event.team_ids) {
      await memory.remember(granted(team), String(at))
      await onInstalled(team, at)
    }
  })
}

const removerOf = ({ team_id: team = null, enterprise_id: organisation = null }: Envelope): Remover => ({
  team,
  organisation,
})

/**
 * The part we read of an event's envelope; `event_time` is in seconds since 1970.
 * https://docs.slack.dev/apis/events-api
 */
interface Envelope {
  readonly team_id?: string | null
  readonly enterprise_id?: string | null
  readonly event_time?: number
}

/**
 * The latest time an event can have happened, in milliseconds since 1970: the end of the second that Slack
 * names, or `now` if it names none.
 */
const eventTime = ({ event_time: seconds }: Envelope, now: number): number =>
  seconds === undefined ? now : Math.min(now, seconds * 1000 + 999)
