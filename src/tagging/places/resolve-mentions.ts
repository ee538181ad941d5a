import { MARK, type Words } from '../words/split-words.ts'
import { chooseSense, readContext } from './choose-sense.ts'
import { isPersonName } from './is-person-name.ts'
import type { Mention } from './mention.ts'
import type { Sense } from './sense.ts'

/**
 * Decides each mention in place: which sense, or which rule drops it. Rules in order: fixed phrases that are no place,
 * "City, Region" as one, people's names, counties, then the sense that the rest of the text supports. A name means the same
 * all through a text.
 */
export function resolveMentions(
  words: Words,
  mentions: readonly Mention[],
  cased: boolean,
  home: string | undefined,
): void {
  for (const [at, mention] of mentions.entries()) {
    if (mention.verdict !== undefined) continue
    if (mention.senses.some((sense) => sense.kind === 'x'))
      mention.verdict = { dropped: 'phrase that is no place' }
    else if (isMoney(words, mention)) mention.verdict = { dropped: 'a currency' }
    else if (joinWithRegion(words, mention, mentions[at + 1])) continue
    else if (cased && isPersonName(words, mention, mentions))
      mention.verdict = { dropped: 'name of a person' }
    else if (isLoneAbbreviation(mention)) mention.verdict = readAbbreviation(words, mention)
  }
  repeatVerdicts(mentions)
  const context = readContext(words, mentions, home)
  for (const mention of mentions) mention.verdict ??= chooseSense(words, mention, context)
}

/** Inhabitants in thousands that a town is given when its region stands beside it: no doubt is left. */
const SURELY = 1000

/** "Lebanon, Pennsylvania", "London, Ont.", "Paris, France": both words settle one another, even where the town is too small to be known. */
function joinWithRegion(words: Words, town: Mention, region: Mention | undefined): boolean {
  if (
    region === undefined ||
    region.first !== town.last + 1 ||
    !((words.marks[region.first] ?? 0) & MARK.afterComma)
  )
    return false
  for (const outer of region.senses) {
    if (!'nrb'.includes(outer.kind)) continue
    const known = town.senses.find(
      (sense) => 'pcr'.includes(sense.kind) && sense.country === outer.country && fits(sense, outer),
    )
    const namesake =
      outer.division !== '' &&
      SPOKEN_WITH_DIVISION.has(outer.country) &&
      outer.kind !== 'n' &&
      town.senses.every((sense) => 'pcrn'.includes(sense.kind) && sense.country !== outer.country)
    const inner = known ?? (namesake ? outer : undefined)
    if (inner === undefined) continue
    town.verdict = {
      sense: { ...inner, kind: 'p', common: false, thousands: Math.max(inner.thousands, SURELY) },
    }
    region.verdict = { sense: outer }
    return true
  }
  return false
}

/** Where people write the state or province after a town. */
const SPOKEN_WITH_DIVISION = new Set(['US', 'CA', 'AU'])

function fits(inner: Sense, outer: Sense): boolean {
  return (
    outer.kind === 'n' ||
    inner.division === outer.division ||
    (inner.division === '' && outer.division !== '')
  )
}

/** "US$460 million" is an amount. */
function isMoney(words: Words, mention: Mention): boolean {
  return words.text.charCodeAt(words.end[mention.last] ?? 0) === DOLLAR
}

const DOLLAR = 36

function isLoneAbbreviation(mention: Mention): boolean {
  return mention.senses.every((sense) => sense.kind === 'b')
}

/** "Cottonport, La.": a state after a comma and a capital word, though the town is unknown. */
function readAbbreviation(words: Words, mention: Mention): Mention['verdict'] {
  const [sense] = mention.senses
  const marks = words.marks[mention.first] ?? 0
  const capitalBefore = ((words.marks[mention.first - 1] ?? 0) & MARK.capital) !== 0
  const closed =
    '.,)'.includes(words.text.charAt(words.end[mention.last] ?? 0)) ||
    (marks & (MARK.allCapitals | MARK.dotted)) !== 0
  if (sense !== undefined && marks & MARK.afterComma && capitalBefore && closed)
    return { sense: { ...sense, kind: 'r' } }
  return { dropped: 'abbreviation without its town' }
}

/** "Paris, Missouri" settles every other "Paris" of the text. */
function repeatVerdicts(mentions: readonly Mention[]): void {
  const settled = new Map<string, Sense>()
  for (const { key, verdict } of mentions)
    if (verdict !== undefined && 'sense' in verdict && verdict.sense.kind === 'p')
      settled.set(key, verdict.sense)
  for (const mention of mentions) {
    const sense = settled.get(mention.key)
    if (sense !== undefined && mention.verdict === undefined) mention.verdict = { sense }
  }
}
