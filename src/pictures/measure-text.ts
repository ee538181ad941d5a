import { harmless } from '../words/harmless.ts'

/** Returns the width in pixels of a text painted in bold at a size in pixels. */
export type MeasureText = (text: string, size: number) => number

/**
 * Scripts that the bundled fonts contain (DejaVu Sans). `Common` and `Inherited` are digits, marks and signs.
 */
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Common',
  'Inherited',
].map((script) => String.raw`\p{Script=${script}}`)

const PAINTED = new RegExp(`^[${SCRIPTS.join('')}]+$`, 'u')

/** Longest headline, in UTF-16 units; no card has room for more. */
const LONGEST_TEXT = 240

/** Prepares a text for painting: on one line and without emoji. Null if the fonts lack its script. */
export function paintableText(text: string): string | null {
  const line = harmless(text)
    .replaceAll(/\p{Extended_Pictographic}|\p{Regional_Indicator}|[\uFE00-\uFE0F\u200D]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return PAINTED.test(line) ? line.slice(0, LONGEST_TEXT).toWellFormed() : null
}

/** Wraps words into lines of at most `room` pixels. A wider word is broken. */
export function wrapText(text: string, size: number, room: number, measure: MeasureText): readonly string[] {
  const space = measure('n n', size) - 2 * measure('n', size)
  const lines: { text: string; width: number }[] = []
  for (const word of text.split(' ').flatMap((one) => brokenTo(one, size, room, measure))) {
    const width = measure(word, size)
    const last = lines.at(-1)
    if (last !== undefined && last.width + space + width <= room) {
      last.text += ` ${word}`
      last.width += space + width
    } else lines.push({ text: word, width })
  }
  return lines.map((line) => line.text)
}

function brokenTo(word: string, size: number, room: number, measure: MeasureText): readonly string[] {
  const width = measure(word, size)
  if (width <= room) return [word]
  const letters = Array.from(new Intl.Segmenter('und').segment(word), ({ segment }) => segment)
  const most = Math.max(1, Math.floor((letters.length * room) / width) - 1)
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) =>
    letters.slice(index * most, (index + 1) * most).join(''),
  )
}
