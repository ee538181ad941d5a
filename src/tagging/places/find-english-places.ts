import { nameWordsOfAll } from '../name-words.ts'
import { MARK, type Words } from '../../language/split-words.ts'
import type { Mention } from './mention.ts'
import type { Sense } from './sense.ts'

// Said with the county's name first in the United States alone often enough to go by; elsewhere the country stands beside it.
const AMERICAN: Sense = {
  kind: 'l',
  country: 'US',
  division: '',
  thousands: 0,
  common: false,
  lower: false,
  acronym: false,
  languages: 'en',
}

/** "Cuyahoga County": a capital word that is no known place before "County" speaks for the United States. */
export function findCounties(words: Words, mentions: readonly Mention[]): Mention[] {
  const counties: Mention[] = []
  for (let at = 1; at < words.folded.length; at++) {
    const plain =
      ((words.marks[at] ?? 0) &
        (MARK.afterComma | MARK.afterBreak | MARK.sentenceStart | MARK.afterApostrophe)) ===
      0
    if (
      words.folded[at] !== 'county' ||
      !plain ||
      !((words.marks[at] ?? 0) & MARK.capital) ||
      !((words.marks[at - 1] ?? 0) & MARK.capital)
    )
      continue
    if (
      NO_COUNTY.has(words.folded[at + 1] ?? '') ||
      mentions.some((other) => other.first <= at && other.last >= at - 1)
    )
      continue
    counties.push({
      first: at - 1,
      last: at,
      key: `${words.folded[at - 1] ?? ''} county`,
      senses: [AMERICAN],
      verdict: { sense: AMERICAN },
    })
  }
  return counties
}

/** "Durham County Council", "Derby County FC": British. */
const NO_COUNTY = nameWordsOfAll('noCounty')

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
