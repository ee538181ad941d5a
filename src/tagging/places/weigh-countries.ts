import type { CountryTag } from '../../records/article.ts'
import { findAsides } from './find-asides.ts'
import { type Mention, senseOf } from './mention.ts'
import type { SenseKind } from './sense.ts'

/** Weight of one mention by kind. Local words are counted apart (`addLocal`). */
const KIND_WEIGHTS: Readonly<Record<SenseKind, number>> = {
  n: 1,
  a: 0.6,
  m: 0.7,
  c: 0.8,
  r: 0.8,
  p: 0.9,
  b: 0.3,
  l: 0,
  h: 0,
  x: 0,
  w: 0,
}
const TITLE_WEIGHT = 3
const OPENING_WEIGHT = 2
const DATELINE_WEIGHT = 3.5
/**
 * Words behind title and dateline that count as the opening, unless the first sentence is longer. As many
 * words again count `BEHIND_OPENING_WEIGHT`, the rest 1.
 */
const OPENING_WORDS = 30
const BEHIND_OPENING_WEIGHT = 1.4
/**
 * Shares of the strongest country's weight from which an article is about a country: one that its title or
 * first sentence names, and another one. Chosen on reuters21578 and documents in sixteen languages together.
 * With any one language left out the best values are 0.35 to 0.4 and 0.6 to 0.7.
 */
const FOCUS_SHARE = 0.4
const FOCUS_SHARE_BELOW = 0.7
/**
 * A country named so often needs only the share of one in the first sentence: the Mexico of a storm on its
 * way to many towns of another country. From 3 to 6 the result is the same on documents (F1 88.0 → 88.4, no
 * language less) and on reuters21578.
 */
const TIMES_NAMED_OFTEN = 4
/**
 * An article that names so many countries, and fewer than two in its title, is a round-up ("OPEC output"),
 * and about each country with this share. Of 5 to 10 countries and shares of 0.15 to 0.26 none gives
 * reuters21578 a higher mean F1 over its countries (78 → 85) without a loss in documents.
 */
const ROUND_UP_COUNTRIES = 7
const ROUND_UP_SHARE = 0.2
const IN_PASSING_WEIGHT = 0.2
/** Different local words from which they stand for a country that nothing names. */
const LEAST_LOCAL_WORDS = 2
/** If no country is named, one local word suffices when it occurs this often. */
const LEAST_REPETITIONS = 3

/**
 * Countries whose press uses the same local words, since courts and councils are called the same. Where such
 * a country leads, it is taken for the text's home.
 */
const SHARES_WORDS_WITH: Readonly<Record<string, readonly string[]>> = {
  GB: 'IE AU NZ IN PK LK BD NG GH KE UG ZA ZW ZM MT JM BS TT HK SG MY'.split(' '),
  US: ['LR', 'PH'],
}

/**
 * Where the parts of an article end: indexes of the first word behind each, counted from the start of its
 * title.
 */
export interface Parts {
  readonly title: number
  /** Equal to `title` if there is no dateline. */
  readonly dateline: number
  /** Behind the first sentence of the text. */
  readonly first: number
}

/**
 * Weighs the countries of the resolved mentions; strongest first. `home` is the country of the outlet (ISO
 * 3166-1 alpha-2), if known.
 */
export function weighCountries(mentions: readonly Mention[], parts: Parts, home?: string): CountryTag[] {
  const weights = new Map<string, number>()
  const localWords = new Map<string, Map<string, number>>()
  const inTitle = new Set<string>()
  const named = new Set<string>()
  const timesNamed = new Map<string, number>()
  const meant = new Set<string>()
  const repeated = new Map<string, number>()
  /**
   * Weight of each country in the title, which counts only its strongest mention: "US grants annual licence
   * to import US tools into China". In 44 of 10,305 articles another country leads because of this; one
   * reader found twice as many of them better as worse, and no labelled set loses.
   */
  const fromTitle = new Map<string, number>()
  const bySide = sideMentions(mentions, parts, home)
  const asides = findAsides(mentions, parts, home)
  for (const mention of mentions) {
    const sense = senseOf(mention)
    if (sense === undefined) continue
    const { key, first, isInPassing } = mention
    if (sense.kind === 'l') {
      const own = localWords.get(sense.country) ?? new Map<string, number>()
      localWords.set(sense.country, own.set(key, (own.get(key) ?? 0) + 1))
      continue
    }
    const own = isInPassing === true ? IN_PASSING_WEIGHT : KIND_WEIGHTS[sense.kind] * partWeight(first, parts)
    if (mention.isRepeat === true) {
      repeated.set(sense.country, (repeated.get(sense.country) ?? 0) + own)
      continue
    }
    const before = first < parts.title ? (fromTitle.get(sense.country) ?? 0) : 0
    if (first < parts.title) fromTitle.set(sense.country, Math.max(before, own))
    const weight = Math.max(0, own - before)
    weights.set(sense.country, (weights.get(sense.country) ?? 0) + weight)
    if (isInPassing !== true) meant.add(sense.country)
    if (first < parts.title) inTitle.add(sense.country)
    const times = (timesNamed.get(sense.country) ?? 0) + (sense.kind === 'n' ? 1 : 0)
    timesNamed.set(sense.country, times)
    if (first < parts.first || times >= TIMES_NAMED_OFTEN) named.add(sense.country)
  }
  const onlyInPassing = new Set([...weights.keys()].filter((country) => !meant.has(country)))
  addLocal(weights, localWords, home)
  const top = Math.max(0, ...weights.values())
  const withLeaders = (country: string): number => (weights.get(country) ?? 0) + (repeated.get(country) ?? 0)
  const topWithLeaders = Math.max(0, ...Array.from(weights.keys(), withLeaders))
  const isRoundUp = meant.size >= ROUND_UP_COUNTRIES && inTitle.size < 2
  const shareOf = (country: string): number => {
    if (isRoundUp) return ROUND_UP_SHARE
    return named.has(country) ? FOCUS_SHARE : FOCUS_SHARE_BELOW
  }
  return [...weights]
    .map(([code, weight]) => ({
      code,
      score: Math.round((1000 * weight) / top) / 1000,
      focus:
        !onlyInPassing.has(code) && !bySide.has(code) && withLeaders(code) >= shareOf(code) * topWithLeaders,
      ...(asides.has(code) && { aside: true as const }),
    }))
    .sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1))
}

/**
 * Countries abroad of which a text has one town or region, once, behind title and dateline. Of 22 read in a
 * stream of five days half were no place of the event ("stepping down from Meta", "the former Columbus
 * coach"), and the others were clubs that play abroad.
 */
function sideMentions(
  mentions: readonly Mention[],
  { dateline }: Parts,
  home: string | undefined,
): ReadonlySet<string> {
  if (home === undefined) return new Set()
  const places = mentions.flatMap((mention) => {
    const sense = senseOf(mention)
    return sense === undefined ? [] : [{ sense, first: mention.first }]
  })
  const byCountry = Map.groupBy(places, ({ sense }) => sense.country)
  return new Set(
    [...byCountry].flatMap(([country, [only, ...others]]) =>
      only !== undefined &&
      others.length === 0 &&
      country !== home &&
      'pr'.includes(only.sense.kind) &&
      only.first >= dateline
        ? [country]
        : [],
    ),
  )
}

function partWeight(word: number, { title, dateline, first }: Parts): number {
  if (word < title) return TITLE_WEIGHT
  if (word < dateline) return DATELINE_WEIGHT
  const opening = Math.max(first, dateline + OPENING_WORDS)
  if (word < opening) return OPENING_WEIGHT
  return word < 2 * opening - dateline ? BEHIND_OPENING_WEIGHT : 1
}

/**
 * Adds the country whose local words a text uses, since papers seldom name the country they are printed in:
 * the one with the most different words, unless two have as many. A single word does not suffice for another
 * country than the outlet's: "social security" is not only American.
 */
function addLocal(
  weights: Map<string, number>,
  localWords: ReadonlyMap<string, ReadonlyMap<string, number>>,
  home: string | undefined,
): void {
  const [first, second] = [...localWords].sort((one, other) => other[1].size - one[1].size)
  if (first === undefined || first[1].size === second?.[1].size || weights.has(first[0])) return
  const [country, words] = first
  const strongest = [...weights].reduce((one, other) => (other[1] > one[1] ? other : one), [
    '',
    0,
  ] as const)[0]
  if (SHARES_WORDS_WITH[country]?.includes(strongest) === true) return
  const isForeign = home !== undefined && home !== country
  const insistent = !isForeign && weights.size === 0 && Math.max(...words.values()) >= LEAST_REPETITIONS
  if (words.size >= LEAST_LOCAL_WORDS || insistent) weights.set(country, 0.5 * words.size)
}
