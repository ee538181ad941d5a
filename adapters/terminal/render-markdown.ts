import type { RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Message } from '../../src/records/message.ts'
import { readerOf } from '../../src/chat/wording/reader-of.ts'
import { writeBriefing } from './draw/markdown/briefing.ts'
import { writeHelp } from './draw/markdown/help.ts'
import { writeNotice } from './draw/markdown/notice.ts'
import type { Page } from './draw/markdown/page.ts'
import { writeSearch } from './draw/markdown/search.ts'
import { writeSheet } from './draw/markdown/sheet.ts'
import { writeSources } from './draw/markdown/sources.ts'
import { writeStoryCard } from './draw/markdown/story-card.ts'
import type { RenderOptions } from './render.ts'

/**
 * A message as GitHub Flavored Markdown, with a line break at the end. Text from feeds is escaped: it makes no markup, no
 * HTML and no links; links are http(s) only.
 */
export function renderMarkdown(
  message: Message,
  { topicName }: Pick<RenderOptions, 'topicName'> = {},
): string {
  // A list's numbers are Latin in Markdown, so those that lead to it are, too.
  const children = write(message, { ...readerOf(message, topicName), number: String })
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  )
}

function write(message: Message, page: Page): RootContent[] {
  switch (message.kind) {
    case 'briefing':
      return writeBriefing(message.briefing, page)
    case 'story':
      return writeStoryCard(message.story, message.zone, page)
    case 'search':
      return writeSearch(message.results, message.zone, page)
    case 'sources':
      return writeSources(message.sources, message.zone, page)
    case 'help':
      return writeHelp(message.commands, page)
    case 'notice':
      return writeNotice(message, page)
    case 'subscription':
    case 'subscriptions':
    case 'trial':
    case 'trace':
    case 'settings':
      return writeSheet(message, page)
    default:
      return message satisfies never
  }
}
