import { MARK, type Words } from '../../language/split-words.ts'
import type { Mention } from './mention.ts'
import type { Sense } from './sense.ts'

const IRELAND: Sense = {
  kind: 'm',
  country: 'IE',
  division: '',
  thousands: 0,
  common: false,
  lower: false,
  acronym: false,
  languages: 'en',
}

/** "people from the Republic": what Northern Ireland calls its neighbour, in a text that names Northern Ireland and no other Republic. */
export function findTheRepublic(words: Words, mentions: readonly Mention[]): Mention[] {
  if (!mentions.some(({ key }) => key === 'northern ireland')) return []
  const found: Mention[] = []
  for (let at = 1; at < words.folded.length; at++) {
    if (words.folded[at] !== 'republic' || words.folded[at - 1] !== 'the') continue
    const next = at + 1
    const goesOn =
      words.folded[next] === 'of' ||
      (((words.marks[next] ?? 0) & MARK.capital) !== 0 &&
        ((words.marks[next] ?? 0) & (MARK.afterBreak | MARK.afterComma)) === 0)
    if (!((words.marks[at] ?? 0) & MARK.capital) || goesOn) continue
    if (mentions.some(({ first, last }) => first <= at && last >= at)) continue
    found.push({ first: at, last: at, key: 'the republic', senses: [IRELAND], verdict: undefined })
  }
  return found
}
