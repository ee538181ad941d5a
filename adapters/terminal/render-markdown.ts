import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { drawWith } from '../../src/chat/draw-with.ts'
import { readerOf } from '../../src/chat/wording/reader.ts'
import type { Message } from '../../src/records/message.ts'
import {
  writeBriefing,
  writeHelp,
  writeNotice,
  writeSearch,
  writeSheet,
  writeSources,
  writeStoryCard,
} from './draw/markdown.ts'
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
  const page = { ...readerOf(message, topicName), number: String }
  const children = drawWith(message, page, {
    briefing: writeBriefing,
    story: writeStoryCard,
    search: writeSearch,
    sources: writeSources,
    help: writeHelp,
    notice: writeNotice,
    sheet: writeSheet,
  })
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  )
}
