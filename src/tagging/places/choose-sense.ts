import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import {
  type Context,
  COUNTY_COUNTRIES,
  type Evidence,
  isCounty,
  KNOWN_CITY_THOUSANDS,
  KNOWN_TOWN_THOUSANDS,
  LARGE_REGION,
  OUTWEIGHING_RATIO,
  ownEvidence,
} from './evidence.ts'
import type { Mention } from './mention.ts'
import { PLAIN_SENSE, type Sense } from './sense.ts'

/**
 * Thousands given to a region of a country whose divisions the place book does not tell apart. Such a region
 * abroad whose name is one word is often something else: the "Град" of a rocket launcher.
 */
const LESSER_REGION_THOUSANDS = 300
/** Support above this changes nothing. */
const MOST_SUPPORT = 3
/** Support from other mentions that a small town or an ambiguous word needs. */
const LEAST_SUPPORT = 0.3
/** What the words beside a mention tell. */
interface Beside {
  /** It is a name here, not an ordinary word. */
  readonly isName: boolean
  /** It stands in a list of countries. */
  readonly isListed: boolean
}

/** Chooses the sense that kind, size and context favour, or names the rule that drops the mention. */
export function chooseSense(
  words: Words,
  mention: Mention,
  context: Context,
  { isName, isListed }: Beside,
): NonNullable<Mention['verdict']> {
  if (isCounty(words, mention)) {
    const country = COUNTY_COUNTRIES.reduce((one, other) =>
      (context.countries.get(other) ?? 0) > (context.countries.get(one) ?? 0) ? other : one,
    )
    return { sense: { ...PLAIN_SENSE, kind: 'r', country } }
  }
  const own = ownEvidence(mention.senses)
  const preferred = own === undefined ? preferredCountries(mention, context) : undefined
  let best: Sense | undefined
  let bestWeight = -Infinity
  for (const sense of mention.senses) {
    if (sense.kind === 'b') continue
    const weight =
      (isLesserCapital(sense, mention.senses) ? Math.log10(sense.size + 1) : prior(sense)) +
      support(sense, context) +
      (preferred?.has(sense.country) === true && sense.size >= KNOWN_TOWN_THOUSANDS
        ? PREFERRED_COUNTRY_BONUS
        : 0)
    if (weight > bestWeight) {
      bestWeight = weight
      best = sense
    }
  }
  if (best === undefined) return { dropped: 'abbreviation without its town' }
  // If the name of a region also stands for its country, the latter is meant.
  const { country } = best
  if ('rp'.includes(best.kind))
    best = mention.senses.find((sense) => sense.kind === 'm' && sense.country === country) ?? best
  const other = isListed
    ? undefined
    : (capitalInstead(mention, best, own, context) ?? regionAtHome(mention, best, own, context))
  if (other !== undefined) return { sense: other }
  const isWord = 'nam'.includes(best.kind) && best.isOrdinaryWord && !isName
  if (
    ('naml'.includes(best.kind) && !isWord) ||
    (best.kind === 'c' && !best.isOrdinaryWord && !isLesserCapital(best, mention.senses))
  )
    return { sense: best }
  if (isInitialism(words, mention) && (context.local.get(best.country) ?? 0) < 1)
    return { dropped: 'an abbreviation' }
  const others =
    (context.countries.get(best.country) ?? 0) - (own?.sense.country === best.country ? own.weight : 0)
  if (best.isOrdinaryWord && others < LEAST_SUPPORT && !isName) return { dropped: 'also an ordinary word' }
  const isSmall =
    best.size < KNOWN_CITY_THOUSANDS ||
    (best.kind === 'r' &&
      best.size <= LESSER_REGION_THOUSANDS &&
      best.country !== context.home &&
      mention.first === mention.last)
  if (isSmall && others < LEAST_SUPPORT) return { dropped: 'small place in a country the text does not name' }
  return { sense: best }
}

/**
 * Whether a city abroad of the same name is at least `LARGER_NAMESAKE_RATIO` than this capital; the name is
 * then judged like a town's. San José in Costa Rica is a third of San Jose in California, Victoria in the
 * Seychelles a tenth of that in Canada.
 */
function isLesserCapital(sense: Sense, senses: readonly Sense[]): boolean {
  return (
    sense.kind === 'c' &&
    senses.some(
      ({ kind, country, size }) =>
        kind === 'p' && country !== sense.country && size >= LARGER_NAMESAKE_RATIO * sense.size,
    )
  )
}

const LARGER_NAMESAKE_RATIO = 2

/**
 * Countries to prefer for a name that towns and regions of several countries share: those that the text names
 * (Mérida is in Spain beside Extremadura, Valencia in Venezuela beside Caracas), else the text's home (in a
 * Persian text Abadan is in Iran), unless a namesake is far better known. May be empty.
 */
function preferredCountries({ senses }: Mention, { countries, home }: Context): ReadonlySet<string> {
  if (!senses.every(({ kind }) => 'rp'.includes(kind))) return new Set()
  const own = senses.map(({ country }) => country)
  const named = own.filter((country) => (countries.get(country) ?? 0) >= 1)
  if (named.length > 0) return new Set(named)
  const largest = Math.max(...senses.map(({ size }) => size))
  const isOvershadowed = ({ size }: Sense): boolean =>
    largest >= WORLD_CITY && size * OUTWEIGHING_RATIO < largest
  return new Set(
    senses.flatMap((sense) => (sense.country === home && !isOvershadowed(sense) ? [sense.country] : [])),
  )
}

/** Thousands of inhabitants from which a city is known everywhere: a British outlet writes of Perth in Australia. */
const WORLD_CITY = 1000

/** Bonus of a preferred country: more than the difference that size makes between towns and regions. */
const PREFERRED_COUNTRY_BONUS = 3
/**
 * The capital of another country, if the text speaks of that and names the chosen country by this word alone:
 * Oman and Amman are one word in Arabic.
 */
function capitalInstead(
  { senses }: Mention,
  best: Sense,
  own: Evidence | undefined,
  { countries }: Context,
): Sense | undefined {
  const alone = (countries.get(best.country) ?? 0) - (own?.sense.country === best.country ? own.weight : 0)
  if (best.kind !== 'n' || alone >= LEAST_SUPPORT) return undefined
  return senses.find(
    ({ kind, country }) => kind === 'c' && country !== best.country && (countries.get(country) ?? 0) >= 1,
  )
}

/**
 * The region of the text's home that shares its name with the chosen country, if nothing else in the text
 * speaks of that country, nor of any other abroad: of a game against Georgia an American outlet need not say
 * that it is theirs.
 */
function regionAtHome(
  { senses }: Mention,
  best: Sense,
  own: Evidence | undefined,
  { countries, home }: Context,
): Sense | undefined {
  if (best.kind !== 'n' || home === undefined || home === best.country) return undefined
  const abroad = countries.entries().reduce((sum, [country, weight]) => {
    const isOwn = own?.sense.country === country
    return country === home ? sum : sum + weight - (isOwn ? own.weight : 0)
  }, 0)
  if (abroad >= LEAST_SUPPORT) return undefined
  return senses.find(({ kind, country, size }) => kind === 'r' && country === home && size > LARGE_REGION)
}

/**
 * A short word in capitals among words in small letters: "MOCA", "KOBE". Town names in capitals stand in
 * datelines, where a comma, bracket or dash follows.
 */
function isInitialism(words: Words, { first, last }: Mention): boolean {
  const { text, folded, end } = words
  const loud = (at: number): boolean => hasMark(words, at, MARK.allCapitals)
  return (
    first === last &&
    loud(first) &&
    (folded[first] ?? '').length <= LONGEST_INITIALISM &&
    !loud(first - 1) &&
    !loud(last + 1) &&
    !/^\s*[,(—–-]/.test(text.slice(end[last], (end[last] ?? 0) + 3))
  )
}

const LONGEST_INITIALISM = 5

/**
 * How likely a sense is without context: countries before divisions before cities, larger cities before
 * smaller ones.
 */
function prior(sense: Sense): number {
  switch (sense.kind) {
    case 'l':
    case 'n':
    case 'a':
      return 5.4
    // Less than a large region, more than a city of four million: in a text about the United States, Suffolk
    // is theirs.
    case 'm':
      return 3.7
    case 'c':
      return 3 + Math.log10(sense.size + 1) / 2
    case 'r':
      return sense.size > LARGE_REGION ? 4.5 : 2.5
    default:
      return Math.log10(sense.size + 1)
  }
}

function support(sense: Sense, context: Context): number {
  const country = context.countries.get(sense.country) ?? 0
  const division =
    sense.division === '' ? 0 : (context.divisions.get(`${sense.country}.${sense.division}`) ?? 0)
  const named = 'rp'.includes(sense.kind) ? (country + (context.local.get(sense.country) ?? 0)) / 2 : country
  return Math.min(named, MOST_SUPPORT) + 1.5 * Math.min(division, MOST_SUPPORT)
}
