/**
 * Closes CDATA sections that nobody closed where their entry ends: they swallow the next one, and with it the entries between, in XML that is
 * well-formed all the same. Linear in the length of the text: no part of it is searched twice for the same.
 */
export function closeOpenCdata(xml: string): string {
  const pieces: string[] = []
  let written = 0
  let entryEnd = 0
  for (let start = xml.indexOf(OPEN); start >= 0;) {
    const end = xml.indexOf(CLOSE, start)
    const next = xml.indexOf(OPEN, start + OPEN.length)
    const swallowsNext = next >= 0 && (end < 0 || next < end)
    if (swallowsNext && entryEnd < start) entryEnd = entryEndAfter(xml, start)
    if (swallowsNext && entryEnd < (end < 0 ? xml.length : end)) {
      pieces.push(xml.slice(written, entryEnd), CLOSE)
      written = entryEnd
      start = xml.indexOf(OPEN, entryEnd)
    } else {
      start = end < 0 ? -1 : xml.indexOf(OPEN, end)
    }
  }
  return pieces.join('') + xml.slice(written)
}

const OPEN = '<![CDATA['
const CLOSE = ']]>'

/** Where the next entry ends; the end of the text when none does. */
function entryEndAfter(xml: string, from: number): number {
  const end = /<\/(?:[\w.-]{1,64}:)?(?:item|entry)\s{0,10}>/gi
  end.lastIndex = from
  return end.exec(xml)?.index ?? xml.length
}
