import { nameWordsOfAll } from '../name-words.ts'
import { NAME_BREAK, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { Mention } from './mention.ts'
import { PLAIN_SENSE, type Sense } from './sense.ts'

/** A local word: elsewhere a county mostly has its country beside it. */
const AMERICAN: Sense = { ...PLAIN_SENSE, kind: 'l', country: 'US' }

/** Finds American counties: a capitalised word before "County" that is no known place ("Cuyahoga County"). */
export function findCounties(words: Words, mentions: readonly Mention[]): Mention[] {
  const { folded } = words
  const counties: Mention[] = []
  for (let last = 1; last < folded.length; last++) {
    const first = last - 1
    if (folded[last] !== 'county' || NO_COUNTY.has(folded[last + 1] ?? '')) continue
    if (hasMark(words, last, NAME_BREAK | MARK.afterApostrophe)) continue
    if (!hasMark(words, last, MARK.capital) || !hasMark(words, first, MARK.capital)) continue
    if (mentions.some((other) => other.first <= last && other.last >= first)) continue
    const key = `${folded[first] ?? ''} county`
    counties.push({ first, last, key, senses: [AMERICAN], verdict: { sense: AMERICAN } })
  }
  return counties
}

/** Words behind "County" that make it British: "Durham County Council", "Derby County FC". */
const NO_COUNTY = nameWordsOfAll('noCounty')

const IRELAND: Sense = { ...PLAIN_SENSE, kind: 'm', country: 'IE' }

/**
 * Finds "the Republic", as Northern Ireland calls its neighbour: only in a text that names Northern Ireland,
 * and not as the beginning of a longer name.
 */
export function findTheRepublic(words: Words, mentions: readonly Mention[]): Mention[] {
  if (!mentions.some(({ key }) => key === 'northern ireland')) return []
  const { folded } = words
  const found: Mention[] = []
  for (let at = 1; at < folded.length; at++) {
    if (folded[at] !== 'republic' || folded[at - 1] !== 'the' || !hasMark(words, at, MARK.capital)) continue
    const isNameAfter =
      hasMark(words, at + 1, MARK.capital) && !hasMark(words, at + 1, MARK.afterBreak | MARK.afterComma)
    if (folded[at + 1] === 'of' || isNameAfter) continue
    if (mentions.some(({ first, last }) => first <= at && last >= at)) continue
    found.push({ first: at, last: at, key: 'the republic', senses: [IRELAND], verdict: undefined })
  }
  return found
}
