import type { Words } from '../../language/read-text.ts'
import { homeOf } from './home-of.ts'
import type { Mention } from './mention.ts'
import type { Sense } from './sense.ts'

/**
 * Evidence for countries and divisions from mentions that are clear by themselves, for the doubtful ones.
 * Keys are ISO 3166-1 alpha-2; divisions have theirs behind a dot: "US.TX".
 */
export interface Context {
  readonly countries: ReadonlyMap<string, number>
  /**
   * The same from the source and from places inside a country only: a text that names its towns is at home
   * there.
   */
  readonly local: ReadonlyMap<string, number>
  readonly divisions: ReadonlyMap<string, number>
  /** Where the text is at home (`homeOf`). */
  readonly home: string | undefined
}

/** Thousands of inhabitants from which a city is believed though the text does not name its country. */
export const KNOWN_CITY_THOUSANDS = 100
/**
 * Weight as evidence of a small town, of the country of the source and of a local word; 1 for others. Many
 * small towns share their names with people.
 */
const SMALL_TOWN_WEIGHT = 0.3
const HOME_WEIGHT = 0.6
const LOCAL_WORD_WEIGHT = 0.4

/** Sums up the evidence of clear mentions; `source` is the country of the source. */
export function readContext(
  words: Words,
  mentions: readonly Mention[],
  { source, language }: { readonly source: string | undefined; readonly language: string },
): Context {
  const countries = new Map<string, number>()
  const local = new Map<string, number>()
  const divisions = new Map<string, number>()
  if (source !== undefined) for (const counts of [countries, local]) add(counts, source, HOME_WEIGHT)
  const seen = new Set<string>()
  for (const mention of mentions) {
    // A repeated name is no second witness.
    if (seen.has(mention.key) || (mention.verdict !== undefined && 'dropped' in mention.verdict)) continue
    seen.add(mention.key)
    if (mention.verdict === undefined && isCounty(words, mention)) continue
    const evidence =
      mention.verdict === undefined
        ? ownEvidence(mention.senses)
        : { sense: mention.verdict.sense, weight: 1 }
    if (evidence === undefined) continue
    add(countries, evidence.sense.country, evidence.weight)
    if ('rpl'.includes(evidence.sense.kind)) add(local, evidence.sense.country, evidence.weight)
    if (evidence.sense.division !== '')
      add(divisions, `${evidence.sense.country}.${evidence.sense.division}`, evidence.weight)
  }
  return { countries, local, divisions, home: homeOf(language, source) }
}

export interface Evidence {
  readonly sense: Sense
  readonly weight: number
}

/**
 * The one sense that a mention has without context, and its weight as evidence. Undefined if it is ambiguous,
 * an abbreviation or also an ordinary word.
 */
export function ownEvidence(senses: readonly Sense[]): Evidence | undefined {
  const [first] = senses
  if (first === undefined || first.kind === 'b') return undefined
  if (first.kind === 'l') return { sense: first, weight: LOCAL_WORD_WEIGHT }
  if (senses.every((sense) => sense.country === first.country)) {
    const largest = senses.reduce((one, other) => (other.size > one.size ? other : one))
    if (first.isOrdinaryWord) return undefined
    const isTown = senses.every((sense) => 'rp'.includes(sense.kind)) && largest.size < KNOWN_CITY_THOUSANDS
    return { sense: largest, weight: isTown ? SMALL_TOWN_WEIGHT : 1 }
  }
  const strong = senses.filter((sense) => 'nam'.includes(sense.kind))
  const [only] = strong
  if (
    only !== undefined &&
    strong.length === 1 &&
    !only.isOrdinaryWord &&
    !senses.some((sense) => sense.kind === 'r' && sense.size > LARGE_REGION) &&
    // Suffolk is a town in Virginia too.
    !(
      only.kind === 'm' &&
      senses.some(({ country, size }) => country !== only.country && size >= KNOWN_TOWN_THOUSANDS)
    )
  )
    return { sense: only, weight: 1 }
  const capital = senses.find(({ kind }) => kind === 'c')
  if (capital === undefined || capital.isOrdinaryWord) return undefined
  const overshadows = senses.every(
    ({ country, size }) => country === capital.country || size * OUTWEIGHING_RATIO <= capital.size,
  )
  return overshadows ? { sense: capital, weight: 1 } : undefined
}

/** A capital outweighs namesakes that are at least so many times smaller, such as Madrid in Colombia. */
export const OUTWEIGHING_RATIO = 20

/** Thousands of inhabitants from which a region is as well known at home as a country. */
export const LARGE_REGION = 1000

/**
 * Thousands of inhabitants from which a namesake is known beyond its surroundings. Films are shown in Venice,
 * and not in the one in Florida.
 */
export const KNOWN_TOWN_THOUSANDS = 40

/** Countries with counties called "X County", the likeliest first. */
export const COUNTY_COUNTRIES = 'US KE LR SS IE HU RO HR CN TW IR SE NO EE LT'.split(' ')

/** "Orange County", "Lebanon County". */
export function isCounty(words: Words, mention: Mention): boolean {
  const next = words.folded[mention.last + 1]
  return (
    (next === 'county' || next === 'counties') && !mention.senses.every((sense) => 'am'.includes(sense.kind))
  )
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
