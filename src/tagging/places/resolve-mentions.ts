import { MARK, type Words } from '../words/split-words.ts'
import { GIVEN_NAMES, PLACE_COMPANIONS, PLACES_AS_GIVEN_NAMES } from './given-names.ts'
import type { Mention } from './mention.ts'
import type { Sense } from './sense.ts'

/** What a text says of the country of its place names before the doubtful ones are decided. */
interface Context {
  readonly countries: Map<string, number>
  readonly divisions: Map<string, number>
}

/** Thousands of inhabitants from which a city is believed without its country being named. */
const KNOWN_CITY = 100
const NAMED_TOGETHER = 3

/**
 * Decides each mention in place: which sense, or which rule drops it. Rules in order: fixed phrases that are no place,
 * "City, Region" as one, people's names, then the sense that the rest of the text supports.
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
    else if (
      !joinWithRegion(words, mention, mentions[at + 1]) &&
      cased &&
      isPersonName(words, mention, mentions)
    )
      mention.verdict = { dropped: 'name of a person' }
  }
  const context = readContext(mentions, home)
  for (const mention of mentions) mention.verdict ??= chooseSense(mention, context)
}

/** "Lebanon, Pennsylvania", "London, Ont.", "Paris, France": both words settle one another. */
function joinWithRegion(words: Words, town: Mention, region: Mention | undefined): boolean {
  if (
    region === undefined ||
    region.first !== town.last + 1 ||
    !((words.marks[region.first] ?? 0) & MARK.afterComma)
  )
    return false
  for (const outer of region.senses) {
    if (!'nrb'.includes(outer.kind)) continue
    const inner = town.senses.find(
      (sense) =>
        'pcr'.includes(sense.kind) &&
        sense.country === outer.country &&
        (outer.kind === 'n' ||
          sense.division === outer.division ||
          (outer.division.length !== 2 && sense.division === '')),
    )
    if (inner === undefined) continue
    // "Beirut, Lebanon" needs no rule; "Iran, Iraq" is a list.
    town.verdict = { sense: { ...inner, common: false, thousands: Math.max(inner.thousands, KNOWN_CITY) } }
    region.verdict = { sense: outer }
    return true
  }
  return false
}

function isPersonName(words: Words, mention: Mention, mentions: readonly Mention[]): boolean {
  if (mention.first !== mention.last || mention.senses.every((sense) => 'ma'.includes(sense.kind)))
    return false
  const { folded, marks } = words
  const before = mention.first - 1
  const capitalBefore = ((marks[before] ?? 0) & MARK.capital) !== 0 && gapIsSpace(marks[mention.first] ?? 0)
  if (capitalBefore && GIVEN_NAMES.has(folded[before] ?? '') && !PLACE_COMPANIONS.has(folded[before] ?? ''))
    return true
  const after = mention.last + 1
  const next = folded[after] ?? ''
  if (!PLACES_AS_GIVEN_NAMES.has(folded[mention.first] ?? '')) return false
  const marksAfter = marks[after] ?? 0
  const capitalAfter =
    (marksAfter & MARK.capital) !== 0 && (marksAfter & MARK.allCapitals) === 0 && gapIsSpace(marksAfter)
  return capitalAfter && !PLACE_COMPANIONS.has(next) && !mentions.some((other) => other.first === after)
}

function gapIsSpace(marks: number): boolean {
  return (
    (marks &
      (MARK.afterApostrophe | MARK.afterHyphen | MARK.afterComma | MARK.afterBreak | MARK.sentenceStart)) ===
    0
  )
}

function readContext(mentions: readonly Mention[], home: string | undefined): Context {
  const context: Context = { countries: new Map(), divisions: new Map() }
  if (home !== undefined) add(context.countries, home, 0.5)
  for (const mention of mentions) {
    if (mention.verdict !== undefined && 'dropped' in mention.verdict) continue
    const sense = mention.verdict?.sense ?? plainSense(mention.senses)
    if (sense === undefined) continue
    add(context.countries, sense.country, 1)
    if (sense.division !== '') add(context.divisions, `${sense.country}.${sense.division}`, 1)
  }
  return context
}

/** The one sense that needs no context: a country's name or nationality without a division of the same name, a state of its own name, a great city. */
function plainSense(senses: readonly Sense[]): Sense | undefined {
  const countries = new Set(senses.map((sense) => sense.country))
  const [first] = senses
  if (
    countries.size === 1 &&
    first !== undefined &&
    !first.common &&
    (first.kind !== 'p' || first.thousands >= KNOWN_CITY) &&
    first.kind !== 'b'
  )
    return first
  const strong = senses.filter((sense) => 'nam'.includes(sense.kind))
  if (strong.length === 1 && !senses.some((sense) => sense.kind === 'r' && sense.thousands > 1000))
    return strong[0]
  return undefined
}

function chooseSense(
  mention: Mention,
  context: Context,
): { readonly sense: Sense } | { readonly dropped: string } {
  let best: Sense | undefined
  let bestWeight = -Infinity
  for (const sense of mention.senses) {
    if (sense.kind === 'b') continue
    const weight = prior(sense) + support(sense, context)
    if (weight > bestWeight) {
      bestWeight = weight
      best = sense
    }
  }
  if (best === undefined) return { dropped: 'abbreviation without its town' }
  if ('nam'.includes(best.kind) || best.kind === 'c') return { sense: best }
  const supported = (context.countries.get(best.country) ?? 0) > 0
  if (best.common && !supported) return { dropped: 'also an ordinary word' }
  if (best.thousands < KNOWN_CITY && !supported)
    return { dropped: 'small place in a country the text does not name' }
  return { sense: best }
}

/** How likely a sense is when the text says nothing: a country before a division before a city, larger cities first. */
function prior(sense: Sense): number {
  switch (sense.kind) {
    case 'n':
    case 'a':
    case 'm':
      return 6
    case 'c':
      return 4 + Math.log10(sense.thousands + 1) / 2
    case 'r':
      return sense.thousands > 1000 ? 4.5 : 2.5
    default:
      return Math.log10(sense.thousands + 1)
  }
}

function support(sense: Sense, context: Context): number {
  const country = context.countries.get(sense.country) ?? 0
  const division =
    sense.division === '' ? 0 : (context.divisions.get(`${sense.country}.${sense.division}`) ?? 0)
  return Math.min(country, NAMED_TOGETHER) + 1.5 * Math.min(division, NAMED_TOGETHER)
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
