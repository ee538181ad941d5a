import { drawWith } from '../../src/chat/draw-with.ts'
import { readerOf } from '../../src/chat/wording/reader.ts'
import { quote } from '../../src/chat/wording/span.ts'
import type { DrawnPicture } from '../../src/pictures/open-pictures.ts'
import type { Message } from '../../src/records/message.ts'
import { drawBriefing } from './draw/briefing.ts'
import { drawHelp, drawNotice, drawSearch, drawSheet, drawSources } from './draw/documents.ts'
import type { DiscordMessage, DiscordPart, Form, DrawContext } from './draw/drawing.ts'
import { drawStoryCard } from './draw/story.ts'
import { THREAD_NAME } from './limits.ts'
import { plain } from './text/write.ts'

export interface DrawOptions {
  /** Signs the commands in buttons and menus. */
  readonly secret: string
  /** Name of a topic (IPTC code) in a language (BCP 47); null means the code is shown. */
  readonly topicName: DrawContext['topicName']
  /**
   * Whether details may go into a thread. False for direct messages, forums, and answers that only the asker
   * sees. Defaults to true.
   */
  readonly threads?: boolean
  /** See `Page.form`. */
  readonly form?: Form
  readonly pictures?: readonly DrawnPicture[]
}

/** Draws a message for Discord, within every limit. Text from feeds cannot act as markup. */
export function renderMessage(
  message: Message,
  { topicName, threads = true, ...options }: DrawOptions,
): DiscordMessage {
  const context = { ...readerOf(message, topicName), ...options, threads, actions: message.actions ?? [] }
  return drawWith<DrawContext, DiscordMessage>(message, context, {
    briefing: drawBriefing,
    story: (story) => alone(drawStoryCard(story, context), story.headline),
    search: (results) => alone(drawSearch(results, context), results.query),
    sources: (sources) => alone(drawSources(sources, context)),
    help: (commands) => alone(drawHelp(commands, context)),
    notice: (notice) => alone(drawNotice(notice, context), notice.text),
    sheet: (sheet) =>
      sheet.kind === 'subscription'
        ? withFirst(alone(drawSheet(sheet, context), sheet.subscription.title), sheet, context)
        : alone(drawSheet(sheet, context)),
  })
}

function alone(main: readonly DiscordPart[], title = ''): DiscordMessage {
  return { main, thread: null, forum: { title: plain([quote(title)], THREAD_NAME) || '/news', tags: [] } }
}

function withFirst(
  told: DiscordMessage,
  { first }: Extract<Message, { readonly kind: 'subscription' }>,
  context: DrawContext,
): DiscordMessage {
  if (first === null) return told
  const { main, thread } = drawBriefing(first, { ...context, actions: [] })
  return { ...told, main: [...told.main, ...main], thread }
}
