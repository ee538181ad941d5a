import { drawJoined } from '../draw/joined.ts'
import { sayInChannel } from '../post/say-in-channel.ts'
import type { RequestTools } from './answer-request.ts'
import { arrivalOf } from './surface.ts'

/**
 * Name under which it is remembered that a channel was asked what to follow. Belongs to the workspace and is
 * deleted with it.
 */
const askedMemory = (team: string, channel: string) =>
  ({ platform: 'slack', kind: 'asked', id: `${team}/${channel}` }) as const

/**
 * When somebody adds the app to a channel, asks once what the channel should follow. A channel with
 * subscriptions is not asked, because the app joins public channels by itself to post there.
 */
export function listenToJoins(tools: RequestTools): void {
  const { app, commands, workspaces, askers, memory, pace, secret, log } = tools
  app.event('member_joined_channel', async ({ event, context }) => {
    const { user, channel, inviter } = event
    if (user !== context.botUserId) return
    const surface = await arrivalOf(
      { user: { id: inviter ?? user }, channel: { id: channel } },
      context,
      workspaces,
    )
    const { workspace } = surface
    const name = askedMemory(workspace.team, channel)
    if ((await memory.recall(name)) !== null) return
    const asker = await askers.of(surface)
    const list = await commands.answer(commands.read('subscriptions'), asker)
    if (list.kind !== 'subscriptions' || list.subscriptions.some(({ to }) => to === 'here')) return
    await memory.remember(name, '')
    const { regions } = await commands.suggestFirst({ ...asker, language: list.language })
    const part = drawJoined({ regions, language: list.language }, { secret })
    try {
      await sayInChannel(part, { channel, thread: null, joins: false }, workspace, pace)
    } catch (error) {
      log.warn({ workspace: workspace.team, channel, err: error }, 'a channel was not asked what to follow')
    }
  })
}
