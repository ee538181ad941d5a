import type { Mistake } from '../mistake.ts'
import { say } from '../../words/say.ts'

/** UTF-16 units. Nobody types more; what is longer is a paste by mistake. */
const LONGEST_TEXT = 1_000

/**
 * What somebody typed without the marks that keyboards and pasting leave in it; typographic quotes and all digits in one
 * form. Refused are control characters and overrides of the direction: what is read would not be what was seen.
 */
export function cleanText(
  typed: string,
):
  | { readonly status: 'clean'; readonly text: string }
  | { readonly status: 'refused'; readonly mistake: Mistake } {
  if (typed.length > LONGEST_TEXT)
    return refused((language) =>
      say('mistake.tooLong', language, { count: typed.length, most: LONGEST_TEXT }),
    )
  const hidden = HIDDEN.exec(typed)?.[0]
  if (hidden !== undefined) {
    const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return refused((language) => say('mistake.hidden', language, { code: `U+${code}` }))
  }
  const text = typed
    .replaceAll(PASTED, '')
    .replaceAll(/[“”„«»＂]/gu, '"')
    .replaceAll(DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return { status: 'clean', text }
}

const refused = (mistake: Mistake) => ({ status: 'refused', mistake }) as const

/** Controls but tab and line breaks; LRO and RLO; halves of a character. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]|\p{Cs}/u

/** Direction marks, embeddings and isolates, soft hyphens, zero-width spaces, byte order marks: harmless, and our own texts carry some. */
const PASTED = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** Arabic, Persian and full-width digits: their last four bits are what they mean. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu
