import type { App } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import type { ChatTools, LostChannel } from '../../../src/chat/chat-platform.ts'
import type { Channels } from './channels.ts'
import type { Workspaces } from '../transport/workspaces.ts'
import { eventTime } from './event-time.ts'

/** The channel can be read and written to again. */
export const RETURNS_OF_CHANNELS = ['channel_unarchive', 'group_unarchive'] as const

/** The channel has another name. */
export const RENAMES_OF_CHANNELS = ['channel_rename', 'group_rename'] as const

/** Nobody in the channel can be reached any more. */
export const ENDS_OF_CHANNELS = [
  'channel_left',
  'channel_archive',
  'channel_deleted',
  'group_left',
  'group_archive',
  'group_deleted',
] as const

const REMOVED: LostChannel = {
  code: 'not-allowed',
  remedy: 'invite',
  reason: 'The app was removed from the channel.',
}
const ARCHIVED: LostChannel = {
  code: 'channel-gone',
  remedy: 'archived',
  reason: 'The channel was archived.',
}
const DELETED: LostChannel = { code: 'channel-gone', reason: 'The channel was deleted.' }

/** What a message there would be answered with from now on. */
const LOST: Readonly<Record<(typeof ENDS_OF_CHANNELS)[number], LostChannel>> = {
  channel_left: REMOVED,
  group_left: REMOVED,
  channel_archive: ARCHIVED,
  group_archive: ARCHIVED,
  channel_deleted: DELETED,
  group_deleted: DELETED,
}

/** Channels of which it is known when something last happened to them. */
const CHANNELS = 5_000

interface ComingTools extends Pick<
  ChatTools,
  'memory' | 'log' | 'now' | 'resumeDestination' | 'loseDestination'
> {
  readonly app: App
  readonly workspaces: Workspaces
  readonly channels: Channels
}

/** Subscriptions that were paused with their channel before destinations were: so that these and no others go on. */
const resting = (team: string, channel: string) =>
  ({ platform: 'slack', kind: 'resting', id: `${team}/${channel}` }) as const

/** Settings may name a channel without its workspace. */
const destinationsOf = (team: string, channel: string) => [`slack:${team}/${channel}`, `slack:${channel}`]

/** Which channels the app is let into, and which it no longer is. */
export function listenToComingsAndGoings(tools: ComingTools): void {
  const { app, workspaces, channels, memory, log, now, resumeDestination, loseDestination } = tools
  const lastAt = new LRUCache<string, number>({ max: CHANNELS })

  /** An event that comes late says what is over. */
  function isOver(team: string, channel: string, at: number): boolean {
    const id = `${team}/${channel}`
    if (at < (lastAt.get(id) ?? 0)) return true
    lastAt.set(id, at)
    return false
  }

  async function lose(team: string, channel: string, at: number, lost: LostChannel): Promise<void> {
    channels.forget(team, channel)
    if (isOver(team, channel, at)) return
    for (const destination of destinationsOf(team, channel)) await loseDestination(destination, lost)
    log.info({ workspace: team, channel, reason: lost.reason }, 'a channel takes no messages any more')
  }

  async function wake(team: string, channel: string, at: number, event: string): Promise<void> {
    channels.forget(team, channel)
    if (isOver(team, channel, at)) return
    for (const destination of destinationsOf(team, channel))
      if (await resumeDestination(destination)) log.info({ destination, event }, 'posting again')
    const restedAt = await memory.recall(resting(team, channel))
    if (restedAt === null) return
    const place = { platform: 'slack', workspace: team, channel } as const
    const resumed = await memory.resumeSubscriptionsOf(place, Number(restedAt), now())
    await memory.forget(resting(team, channel))
    log.info({ workspace: team, channel, resumed, event }, 'subscriptions to a channel go on')
  }

  for (const end of ENDS_OF_CHANNELS)
    app.event(end, async ({ event, body, context }) => {
      const { team } = await workspaces.of(context.teamId ?? null)
      await lose(team, event.channel, eventTime(body, now()), LOST[end])
    })

  app.event('member_left_channel', async ({ event, body, context }) => {
    if (event.user !== context.botUserId) return
    const { team } = await workspaces.of(context.teamId ?? null)
    await lose(team, event.channel, eventTime(body, now()), REMOVED)
  })

  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (event.user !== context.botUserId) return
    const { team } = await workspaces.of(context.teamId ?? null)
    await wake(team, event.channel, eventTime(body, now()), event.type)
  })

  for (const back of RETURNS_OF_CHANNELS)
    app.event(back, async ({ event, body, context }) => {
      const { team } = await workspaces.of(context.teamId ?? null)
      await wake(team, event.channel, eventTime(body, now()), event.type)
    })

  for (const renamed of RENAMES_OF_CHANNELS)
    app.event(renamed, async ({ event, context }) => {
      const { team } = await workspaces.of(context.teamId ?? null)
      channels.forget(team, event.channel.id)
    })

  // A private channel that is shared with another workspace: https://docs.slack.dev/reference/events/channel_id_changed
  app.event('channel_id_changed', async ({ event, context }) => {
    const { team } = await workspaces.of(context.teamId ?? null)
    const { old_channel_id: channel, new_channel_id: to } = event
    channels.forget(team, channel)
    await memory.moveChannel({ platform: 'slack', workspace: team, channel }, to)
    log.info({ workspace: team, channel, to }, 'a channel has another id; what is kept of it moved there')
  })
}
