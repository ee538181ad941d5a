import type { Message } from '../../src/records/message.ts'
import type { Reader } from '../../src/chat/wording/reader.ts'
import { readerOf } from '../../src/chat/wording/reader-of.ts'
import { drawBriefing } from './draw/briefing.ts'
import { drawHelp } from './draw/help.ts'
import { drawNotice } from './draw/notice.ts'
import { drawSearch } from './draw/search.ts'
import { drawSheet } from './draw/sheet.ts'
import { drawSources } from './draw/sources.ts'
import { drawStoryCard } from './draw/story-card.ts'
import type { Links, View } from './draw/view.ts'

export interface RenderOptions {
  /** Columns. */
  readonly width: number
  readonly colour: boolean
  /** `hyperlink`: names lead to the articles (OSC 8). `text`: each address is printed on a line of its own. */
  readonly links: Links
  /** Name of a topic (IPTC code) in a language (BCP 47); the code is shown where there is none. */
  readonly topicName?: Reader['topicName']
}

/** A message as lines of text for a terminal, without a line break at the end. Text from feeds is harmless in it. */
export function renderMessage(message: Message, options: RenderOptions): string {
  return draw(message, viewOf(message, options)).join('\n')
}

function draw(message: Message, view: View): string[] {
  switch (message.kind) {
    case 'briefing':
      return drawBriefing(message.briefing, view)
    case 'story':
      return drawStoryCard(message.story, message.zone, view)
    case 'search':
      return drawSearch(message.results, message.zone, view)
    case 'sources':
      return drawSources(message.sources, message.zone, view)
    case 'help':
      return drawHelp(message.commands, view)
    case 'notice':
      return drawNotice(message, view)
    case 'subscription':
    case 'subscriptions':
    case 'trial':
    case 'trace':
    case 'settings':
      return drawSheet(message, view)
    default:
      return message satisfies never
  }
}

function viewOf(message: Message, { width, colour, links, topicName }: RenderOptions): View {
  const reader = readerOf(message, topicName)
  return { ...reader, width, colour, links, hyperlinks: links === 'hyperlink' }
}
