import type { App } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Channels } from '../people/channels.ts'
import type { Workspaces } from '../transport/workspaces.ts'

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

interface ComingTools extends Pick<ChatTools, 'memory' | 'log' | 'now' | 'resumeDestination'> {
  readonly app: App
  readonly workspaces: Workspaces
  readonly channels: Channels
}

/** When the subscriptions of a channel were paused, so that these and no others go on. */
const resting = (team: string, channel: string) =>
  ({ platform: 'slack', kind: 'resting', id: `${team}/${channel}` }) as const

/** Where the app is let in, and where it no longer is. */
export function listenToComingsAndGoings(tools: ComingTools): void {
  const { app, workspaces, channels, memory, log, now, resumeDestination } = tools

  /** Whoever paused a subscription of theirs finds it paused. */
  async function wake(team: string, channel: string, event: string): Promise<void> {
    channels.forget(team, channel)
    // Settings may name a channel without its workspace.
    for (const destination of [`slack:${team}/${channel}`, `slack:${channel}`])
      if (await resumeDestination(destination)) log.info({ destination, event }, 'posting again')
    const restedAt = await memory.recall(resting(team, channel))
    if (restedAt === null) return
    const place = { platform: 'slack', workspace: team, channel } as const
    const resumed = await memory.resumeSubscriptionsOf(place, Number(restedAt), now())
    await memory.forget(resting(team, channel))
    log.info({ workspace: team, channel, resumed, event }, 'subscriptions to a channel go on')
  }

  for (const end of ENDS_OF_CHANNELS)
    app.event(end, async ({ event, context }) => {
      const { team } = await workspaces.of(context.teamId ?? null)
      const { channel } = event
      channels.forget(team, channel)
      const at = now()
      const paused = await memory.pauseSubscriptionsOf({ platform: 'slack', workspace: team, channel }, at)
      if (paused > 0) await memory.remember(resting(team, channel), String(at))
      log.info({ workspace: team, channel, paused, event: end }, 'subscriptions to a channel rest')
    })

  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user !== context.botUserId) return
    const { team } = await workspaces.of(context.teamId ?? null)
    await wake(team, event.channel, event.type)
  })

  for (const back of RETURNS_OF_CHANNELS)
    app.event(back, async ({ event, context }) => {
      const { team } = await workspaces.of(context.teamId ?? null)
      await wake(team, event.channel, event.type)
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

  // An organisation took the app from some of its workspaces.
  app.event('team_access_revoked', async ({ event }) => {
    for (const team of event.team_ids) await forget({ team_id: team })
  })

  app.event('app_uninstalled', ({ body }) => forget(body))

  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(body)
  })

  async function forget(body: { readonly team_id?: string | null; readonly enterprise_id?: string | null }) {
    const { team_id: team = null, enterprise_id: enterprise = null } = body
    for (const workspace of await workspaces.drop({ team, enterprise })) {
      const forgotten = await memory.forgetWorkspace({ platform: 'slack', workspace })
      log.info({ workspace, ...forgotten }, 'a workspace removed the app; what was kept of it is deleted')
    }
  }
}
