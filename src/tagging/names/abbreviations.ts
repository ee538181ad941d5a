import { hasMark, MARK, type Words } from '../../language/read-text.ts'

interface Span {
  readonly first: number
  readonly last: number
}

/**
 * The folded word in capitals that stands in brackets right behind a name: "Islamic State (IS)". Undefined if
 * there is none.
 */
export function abbreviationBehind(
  { folded, text, start, end, marks }: Words,
  { last }: Span,
): string | undefined {
  const at = last + 1
  const isCapital = ((marks[at] ?? 0) & (MARK.allCapitals | MARK.dotted)) !== 0
  const before = text.slice(end[last], start[at])
  return isCapital &&
    /^\s?[(（]["«“„]?$/u.test(before) &&
    /^["»”“]?[)）]/u.test(text.slice(end[at], (end[at] ?? 0) + 2))
    ? folded[at]
    : undefined
}

/**
 * Whether the letters of an abbreviation are initials of a name's words, in their order. Only words without a
 * capital may be skipped.
 */
export function abbreviates(words: Words, abbreviation: string, { first, last }: Span): boolean {
  const letters = Array.from(abbreviation.replaceAll('.', ''))
  for (let at = first; at <= last; at++) {
    if ((words.folded[at] ?? '').startsWith(letters[0] ?? '\0')) letters.shift()
    else if (hasMark(words, at, MARK.capital)) return false
  }
  return letters.length === 0
}
