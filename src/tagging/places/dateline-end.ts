// "BEIRUT (AP) — …", "WASHINGTON, March 3 - …", "Ankara, 24 Kasım (AA) -", "МОСКВА, 5 мая. /ТАСС/.": capital letters first, an
// agency in brackets or a dash soon after.
const DATELINE =
  /^\s*\p{Lu}[^\n]{2,60}?(?:\s(?:-|–|—|--)\s|—|\([\p{Lu}\p{L} /]{2,24}\)\s*(?:-|–|—|--|:)?|\/[\p{Lu}-]{2,16}\/\.?)/u
/** No dateline ends later, in UTF-16 units. */
const LONGEST = 90

/**
 * Where the dateline at the start of a text ends, in UTF-16 units from its start, or 0. It tells where the story was
 * written, which need not be what it is about.
 */
export function datelineEnd(text: string): number {
  const head = text.slice(0, LONGEST)
  const found = DATELINE.exec(head)
  if (found === null) return 0
  const firstWord = /\p{L}+/u.exec(head)?.[0] ?? ''
  const isLoud = firstWord.length > 1 && firstWord === firstWord.toUpperCase()
  return isLoud || /\d|\(/.test(found[0]) ? found[0].length : 0
}
