import { quote, spans } from '../../../src/chat/wording/pieces.ts'
import { phrase } from '../../../src/words/phrase.ts'
import { plain } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import type { Draft } from './draft.ts'
import type { Page } from './page.ts'

/** A short text, line by line; warnings and errors say so. */
export function drawNotice(
  level: 'info' | 'warning' | 'error',
  text: string,
  { language, rightToLeft }: Page,
): Draft {
  const [first = '', ...more] = text.split('\n')
  const opening =
    level === 'info'
      ? [quote(first)]
      : spans(phrase(`notice.${level}`, language, { text: quote(first) }), level)
  const lines = [opening, ...more.map((line) => [quote(line)])]
  return {
    text: lines.map((line) => plain(line, rightToLeft)).join('\n'),
    main: [
      richText(
        lines.map((line) => ({ spans: line })),
        rightToLeft,
      ),
    ],
    thread: [],
  }
}
