// A capital, then an agency in brackets or slashes, or a dash: "BEIRUT (AP) — …", "WASHINGTON, March 3 - …",
// "Ankara, 24 Kasım (AA) -", "МОСКВА, 5 мая. /ТАСС/.".
const DATELINE =
  /^\s*\p{Lu}[^\n]{2,60}?(?:\s(?:-|–|—|--)\s|—|\([\p{Lu}\p{L} /]{2,24}\)\s*(?:-|–|—|--|:)?|\/[\p{Lu}-]{2,16}\/\.?)/u
/** Longest dateline, in UTF-16 units. */
const LONGEST = 90

/**
 * Length of the dateline that opens a text, in UTF-16 units; 0 if there is none. Its first word must be in
 * capitals, or it must have a digit or bracket. A dateline tells where a story was written, which need not be
 * what it is about.
 */
export function datelineEnd(text: string): number {
  const head = text.slice(0, LONGEST)
  const found = DATELINE.exec(head)
  if (found === null) return 0
  const firstWord = /\p{L}+/u.exec(head)?.[0] ?? ''
  const isLoud = firstWord.length > 1 && firstWord === firstWord.toUpperCase()
  return isLoud || /\d|\(/.test(found[0]) ? found[0].length : 0
}
