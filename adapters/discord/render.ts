import { readerOf } from '../../src/chat/wording/reader.ts'
import { quote } from '../../src/chat/wording/span.ts'
import type { Message } from '../../src/records/message.ts'
import { drawBriefing } from './draw/briefing.ts'
import { drawHelp, drawNotice, drawSearch, drawSheet, drawSources } from './draw/documents.ts'
import type { DiscordMessage, DiscordPart, Page } from './draw/draft.ts'
import { drawStoryCard } from './draw/story.ts'
import { THREAD_NAME } from './limits.ts'
import { plain } from './text/write.ts'

export interface DrawOptions {
  /** Signs the commands in buttons and menus. */
  readonly secret: string
  /** Name of a topic (IPTC code) in a language (BCP 47); the code is shown where there is none. */
  readonly topicName: Page['topicName']
  /** Whether details may go into a thread: not in direct messages, forums, and answers that only the asker sees. True where it is not said. */
  readonly threads?: boolean
}

/** A message as Discord shows it, within every limit. Text from feeds is harmless in it. */
export function renderMessage(message: Message, options: DrawOptions): DiscordMessage {
  const page = pageFor(message, options)
  const actions = message.actions ?? []
  switch (message.kind) {
    case 'briefing':
      return drawBriefing(message.briefing, actions, page)
    case 'story':
      return alone(drawStoryCard(message.story, actions, page), message.story.headline)
    case 'search':
      return alone(drawSearch(message.results, actions, page), message.results.query)
    case 'sources':
      return alone(drawSources(message.sources, actions, page))
    case 'help':
      return alone(drawHelp(message.commands, actions, page))
    case 'notice':
      return alone(drawNotice(message, actions, page), message.text)
    case 'subscription':
      return withFirst(alone(drawSheet(message, actions, page), message.subscription.title), message, page)
    case 'subscriptions':
    case 'trial':
    case 'trace':
    case 'settings':
      return alone(drawSheet(message, actions, page))
    default:
      return message satisfies never
  }
}

function alone(main: readonly DiscordPart[], title = ''): DiscordMessage {
  return { main, thread: null, forum: { title: plain([quote(title)], THREAD_NAME) || '/news', tags: [] } }
}

function withFirst(
  told: DiscordMessage,
  { first }: Extract<Message, { readonly kind: 'subscription' }>,
  page: Page,
): DiscordMessage {
  if (first === null) return told
  const { main, thread } = drawBriefing(first, [], page)
  return { ...told, main: [...told.main, ...main], thread }
}

function pageFor(message: Message, { secret, topicName, threads = true }: DrawOptions): Page {
  return { ...readerOf(message, topicName), secret, threads }
}
