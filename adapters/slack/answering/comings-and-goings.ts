import type { App } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Channels } from '../people/channels.ts'
import type { Workspaces } from '../transport/workspaces.ts'

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

/** Where the app is let in, and where it no longer is. */
export function listenToComingsAndGoings(tools: ComingTools): void {
  const { app, workspaces, channels, memory, log, now, resumeDestination } = tools

  for (const end of ENDS_OF_CHANNELS)
    app.event(end, async ({ event, context }) => {
      const { team } = await workspaces.of(context.teamId ?? null)
      const { channel } = event
      channels.forget(team, channel)
      const paused = await memory.pauseSubscriptionsOf({ platform: 'slack', workspace: team, channel }, now())
      log.info({ workspace: team, channel, paused, event: end }, 'subscriptions to a channel rest')
    })

  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user !== context.botUserId) return
    const { team } = await workspaces.of(context.teamId ?? null)
    const { channel } = event
    channels.forget(team, channel)
    // Settings may name a channel without its workspace.
    for (const destination of [`slack:${team}/${channel}`, `slack:${channel}`])
      if (await resumeDestination(destination))
        log.info({ destination }, 'posting again: the app was invited back')
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
