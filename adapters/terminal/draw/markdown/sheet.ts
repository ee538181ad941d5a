import type { RootContent } from 'mdast'
import { sheetOf, type SheetMessage } from '../../../../src/chat/wording/sheet.ts'
import { writeBriefing } from './briefing.ts'
import { heading, list, paragraph, phrasing } from './nodes.ts'
import type { Page } from './page.ts'

/** A document of facts; behind a new subscription its first briefing. */
export function writeSheet(message: SheetMessage, page: Page): RootContent[] {
  const { title, lines, parts } = sheetOf(message)
  const first = message.kind === 'subscription' ? message.first : null
  const items = (of: typeof lines): RootContent[] =>
    of.length === 0
      ? []
      : [
          list(
            of.map((line) => [paragraph(phrasing(line, page.rightToLeft))]),
            false,
          ),
        ]
  return [
    heading(1, phrasing(title, page.rightToLeft)),
    ...items(lines),
    ...parts.flatMap((part) => [heading(2, phrasing(part.heading, page.rightToLeft)), ...items(part.lines)]),
    ...(first === null ? [] : writeBriefing(first, page)),
  ]
}
