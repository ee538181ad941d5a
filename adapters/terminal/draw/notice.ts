import { flow } from '../text/flow.ts'
import { phrase } from '../../../src/words/phrase.ts'
import { quote, spans } from '../../../src/chat/wording/pieces.ts'
import type { View } from './view.ts'

/** A short text; warnings and errors say so. Its own line breaks are kept. */
export function drawNotice(level: 'info' | 'warning' | 'error', text: string, view: View): string[] {
  const [first = '', ...more] = text.split('\n')
  const opening =
    level === 'info'
      ? [quote(first)]
      : spans(phrase(`notice.${level}`, view.language, { text: quote(first) }), level)
  return [opening, ...more.map((line) => [quote(line)])].flatMap((line) => {
    const lines = flow(line, view)
    return lines.length === 0 ? [''] : lines
  })
}
