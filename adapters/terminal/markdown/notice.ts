import type { RootContent } from 'mdast'
import { phrase } from '../../../src/words/phrase.ts'
import { quote, spans } from '../../../src/chat/wording/pieces.ts'
import { paragraph, phrasing } from './nodes.ts'
import type { Page } from './page.ts'

/** A short text, a paragraph for each of its lines; warnings and errors say so. */
export function writeNotice(level: 'info' | 'warning' | 'error', notice: string, page: Page): RootContent[] {
  const [first = '', ...more] = notice.split('\n')
  const opening =
    level === 'info'
      ? [quote(first)]
      : spans(phrase(`notice.${level}`, page.language, { text: quote(first) }), level)
  return [opening, ...more.map((line) => [quote(line)])].map((line) =>
    paragraph(phrasing(line, page.rightToLeft)),
  )
}
