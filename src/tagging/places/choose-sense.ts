import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import { homeOf } from './home-of.ts'
import type { Mention } from './mention.ts'
import { PLAIN_SENSE, type Sense } from './sense.ts'

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
const KNOWN_CITY_THOUSANDS = 100
/**
 * Thousands given to a region of a country whose divisions the place book does not tell apart. Such a region
 * abroad whose name is one word is often something else: the "Град" of a rocket launcher.
 */
const LESSER_REGION_THOUSANDS = 300
/** Support above this changes nothing. */
const MOST_SUPPORT = 3
/** Support from other mentions that a small town or an ambiguous word needs. */
const LEAST_SUPPORT = 0.3
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

interface Evidence {
  readonly sense: Sense
  readonly weight: number
}

/**
 * The one sense that a mention has without context, and its weight as evidence. Undefined if it is ambiguous,
 * an abbreviation or also an ordinary word.
 */
function ownEvidence(senses: readonly Sense[]): Evidence | undefined {
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
const OUTWEIGHING_RATIO = 20

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
 * Thousands of inhabitants from which a namesake is known beyond its surroundings. Films are shown in Venice,
 * and not in the one in Florida.
 */
const KNOWN_TOWN_THOUSANDS = 40

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

/** Thousands of inhabitants from which a region is as well known at home as a country. */
const LARGE_REGION = 1000

/** Countries with counties called "X County", the likeliest first. */
const COUNTY_COUNTRIES = 'US KE LR SS IE HU RO HR CN TW IR SE NO EE LT'.split(' ')

/** "Orange County", "Lebanon County". */
function isCounty(words: Words, mention: Mention): boolean {
  const next = words.folded[mention.last + 1]
  return (
    (next === 'county' || next === 'counties') && !mention.senses.every((sense) => 'am'.includes(sense.kind))
  )
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

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
