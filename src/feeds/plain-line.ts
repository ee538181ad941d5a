import { Parser } from 'htmlparser2'
import { escapeStray, HIDDEN } from './loose-html.ts'
import { mendMojibake } from '../text/mojibake.ts'

/**
 * Returns a title or label as one line of plain text. The input may be HTML or not, escaped once or twice;
 * mojibake is mended.
 */
export function plainLine(html: string): string {
  const short = html.length > MAX_LENGTH ? html.slice(0, MAX_LENGTH) : html
  const text = MARKUP.test(short) ? withoutMarkup(short) : short
  // Double escaping is common, so what still looks like an entity is decoded once more.
  const decoded = ENTITY.test(text) ? withoutMarkup(text) : text
  return mendMojibake(decoded).replace(SPACES, ' ').trim()
}

/** Longer than any headline. Bounds the work on hostile input. */
const MAX_LENGTH = 4000
const MARKUP = /<[a-z/!]|&[a-z#]/i
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/i
const SPACES = /[\s\u00a0\u2028\u2029]+/g

function withoutMarkup(html: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser({
    ontext: (piece) => {
      if (hidden === 0) text += piece
    },
    onopentagname: (name) => {
      if (HIDDEN.has(name)) hidden += 1
      else if (BREAKING.has(name)) text += ' '
    },
    onclosetag: (name) => {
      if (HIDDEN.has(name)) hidden -= 1
      else if (BREAKING.has(name)) text += ' '
    },
  })
  parser.end(escapeStray(html))
  return text
}

const BREAKING: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'td', 'tr', 'h1', 'h2', 'h3', 'h4'])
