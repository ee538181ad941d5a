import { checkMessage } from '../check/message.ts'
import type { DeskTools } from './front-desk.ts'
import { storyOf } from './look-up.ts'

/** Links of one message that are shown with what we know. */
const MOST = 3

/** A link to an article that we have read, in a channel where the app is: the story it belongs to stands below it. Only for the hosts that the manifest names. */
export function listenToLinks(tools: DeskTools): void {
  const { app, commands, workspaces, askers, settings, draw, log } = tools
  if (settings.unfurls.length === 0) return
  app.event('link_shared', async ({ event, context }) => {
    const workspace = await workspaces.of(context.teamId ?? null)
    const { user, channel, message_ts: ts, links, unfurl_id, source } = event
    const asker = await askers.of({ workspace, user, channel })
    const unfurls: Record<string, object> = {}
    for (const { url } of links.slice(0, MOST)) {
      const story = await storyOf(url, asker, commands)
      if (story === null) continue
      // Buttons belong to answers: a preview is read in passing.
      const { main } = draw({ ...story, actions: [] })
      const lead = { ...main, blocks: untilDivider(main.blocks) }
      if (checkMessage(lead).length === 0) unfurls[url] = { blocks: lead.blocks }
    }
    if (Object.keys(unfurls).length === 0) return
    try {
      await workspace.client.chat.unfurl(
        unfurl_id !== undefined && (source === 'composer' || source === 'conversations_history')
          ? { unfurl_id, source, unfurls }
          : { channel, ts, unfurls },
      )
    } catch (error) {
      log.warn({ workspace: workspace.team, err: error }, 'Slack took no preview of a link')
    }
  })
}

/** What the story is and what happened; how each outlet tells it has no room in a preview. */
function untilDivider<T extends { readonly type: string }>(blocks: readonly T[]): readonly T[] {
  const end = blocks.findIndex(({ type }) => type === 'divider')
  return end === -1 ? blocks : blocks.slice(0, end)
}
