import { z } from 'zod'
import { lookUp, storyOf } from '../../../src/chat/look-up.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import { giveAnswer } from './give-answer.ts'
import { arrivalOf } from './surface.ts'

/** `callback_id` of the message shortcut. */
export const LOOK_UP = 'look_up'

/**
 * Handles the message shortcut "What do we know about this?": shows the asker the stories behind a message's
 * links.
 */
export function listenToLookUps(tools: RequestTools, requests: Requests): void {
  const { app, commands, workspaces, askers, isNew } = tools
  app.shortcut({ callback_id: LOOK_UP, type: 'message_action' }, async ({ shortcut, ack, context }) => {
    await ack()
    const surface = await arrivalOf(shortcut, context, workspaces)
    await requests.guard(surface, async () => {
      if (!(await isNew(`shortcut ${shortcut.trigger_id}`))) return
      const links = linksIn(shortcut.message)
      if (links.length === 0) return requests.warn('answer.noLink', surface)
      const asker = await askers.of(surface)
      for (const link of links) {
        const message = await lookUp(link, commands, asker)
        const question = message.kind === 'story' ? `story ${message.story.id}` : null
        await giveAnswer({ message, visible: 'asker', question }, surface, tools)
      }
    })
  })
}

/** Most links of one message that are looked up, so that the channel is not flooded. */
const MOST_LINKS = 3

const LONGEST_LINK = 2_000

/** The fields of a message in which Slack keeps addresses. */
const linked = z.object({
  text: z.string().nullish(),
  attachments: z
    .array(
      z.object({
        from_url: z.string().nullish(),
        original_url: z.string().nullish(),
        title_link: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** The first web addresses in a message, without duplicates. */
function linksIn(message: unknown): readonly string[] {
  const read = linked.safeParse(message)
  if (!read.success) return []
  const { text, attachments } = read.data
  const written = [...(text ?? '').matchAll(/<(https?:\/\/[^|>\s]+)|(?<![<\w])(https?:\/\/[^\s<>|]+)/gu)].map(
    ([, bracketed, bare]) => (bracketed ?? bare ?? '').replaceAll('&amp;', '&'),
  )
  const shown = (attachments ?? []).flatMap(({ from_url, original_url, title_link }) =>
    [from_url ?? original_url ?? title_link].filter((url) => typeof url === 'string'),
  )
  const links = [...written, ...shown].filter((url) => url.length <= LONGEST_LINK && URL.canParse(url))
  return [...new Set(links)].slice(0, MOST_LINKS)
}

/**
 * Adds a preview to links to articles we have read: the story the article belongs to. Only in channels with
 * the app, and for hosts named in the manifest.
 */
export function listenToLinks(tools: RequestTools): void {
  const { app, commands, workspaces, askers, settings, draw, log } = tools
  if (settings.unfurls.length === 0) return
  app.event('link_shared', async ({ event, context }) => {
    const workspace = await workspaces.of(context.teamId ?? null)
    const { user, channel, message_ts: ts, links, unfurl_id, source } = event
    const asker = await askers.of({ workspace, user, channel })
    const unfurls: Record<string, object> = {}
    for (const { url } of links.slice(0, MOST_LINKS)) {
      const story = await storyOf(url, commands, asker)
      if (story === null) continue
      // A preview is read in passing, so it has no buttons.
      const { main } = draw({ ...story, actions: [] })
      unfurls[url] = { blocks: untilDivider(main.blocks) }
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

/** The blocks before the first divider. What each outlet reports does not fit into a preview. */
function untilDivider<T extends { readonly type: string }>(blocks: readonly T[]): readonly T[] {
  const end = blocks.findIndex(({ type }) => type === 'divider')
  return end === -1 ? blocks : blocks.slice(0, end)
}
