import { drawWith } from '../../src/chat/draw-with.ts'
import { type Reader, readerOf } from '../../src/chat/wording/reader.ts'
import type { Message } from '../../src/records/message.ts'
import { drawBriefing } from './draw/briefing.ts'
import { drawHelp, drawNotice, drawSearch, drawSheet, drawSources, drawStoryCard } from './draw/documents.ts'
import type { Links, View } from './draw/parts.ts'

export interface RenderOptions {
  /** Columns. */
  readonly width: number
  readonly colour: boolean
  /**
   * `hyperlink`: names link to the articles (OSC 8). `text`: each address is printed on a line of its own.
   */
  readonly links: Links
  /** Name of a topic (IPTC code) in a language (BCP 47); null means the code is shown. */
  readonly topicName?: Reader['topicName']
}

/** Draws a message as lines for a terminal, without a final line break. Text from feeds is made harmless. */
export function renderMessage(message: Message, options: RenderOptions): string {
  return drawWith(message, viewOf(message, options), {
    briefing: drawBriefing,
    story: drawStoryCard,
    search: drawSearch,
    sources: drawSources,
    help: drawHelp,
    notice: drawNotice,
    sheet: drawSheet,
  }).join('\n')
}

function viewOf(message: Message, { width, colour, links, topicName }: RenderOptions): View {
  const reader = readerOf(message, topicName)
  return { ...reader, width, colour, links, hyperlinks: links === 'hyperlink' }
}
