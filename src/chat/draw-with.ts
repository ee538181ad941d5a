import type { Briefing, StoryCard } from '../records/briefing.ts'
import type { CommandHelp, Message, SearchResults, SourceHealth } from '../records/message.ts'
import type { Notice } from './wording/notice.ts'
import type { SheetMessage } from './wording/sheet.ts'

type HelpMessage = Extract<Message, { readonly kind: 'help' }>

/**
 * How each kind of message is drawn. `zone` is the reader's IANA zone; `page` is whatever else the platform
 * needs.
 */
interface Drawings<Page, Drawn> {
  readonly briefing: (briefing: Briefing, page: Page) => Drawn
  readonly story: (story: StoryCard, zone: string, page: Page) => Drawn
  readonly search: (results: SearchResults, zone: string, page: Page) => Drawn
  readonly sources: (sources: readonly SourceHealth[], zone: string, page: Page) => Drawn
  readonly help: (commands: readonly CommandHelp[], page: Page, groups: HelpMessage['groups']) => Drawn
  readonly notice: (notice: Notice, page: Page) => Drawn
  readonly sheet: (message: SheetMessage, page: Page) => Drawn
}

/** Draws a message by its kind. A new kind does not compile until it is drawn. */
export function drawWith<Page, Drawn>(message: Message, page: Page, draw: Drawings<Page, Drawn>): Drawn {
  switch (message.kind) {
    case 'briefing':
      return draw.briefing(message.briefing, page)
    case 'story':
      return draw.story(message.story, message.zone, page)
    case 'search':
      return draw.search(message.results, message.zone, page)
    case 'sources':
      return draw.sources(message.sources, message.zone, page)
    case 'help':
      return draw.help(message.commands, page, message.groups)
    case 'notice':
      return draw.notice(message, page)
    case 'subscription':
    case 'subscriptions':
    case 'trial':
    case 'trace':
    case 'settings':
      return draw.sheet(message, page)
    default:
      return message satisfies never
  }
}
