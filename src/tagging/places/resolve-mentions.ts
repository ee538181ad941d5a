import type { KnownWord } from '../known-word.ts'
import { nameWordsOfAll } from '../name-words.ts'
import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import { chooseSense } from './choose-sense.ts'
import { cityBeforeCountry } from './city-before-country.ts'
import { readContext } from './evidence.ts'
import { isPersonName } from './is-person-name.ts'
import { type Mention, senseOf } from './mention.ts'
import { hasBranch, isAgency, otherMeaning } from './other-meaning.ts'
import { repeatThings } from './repeat-things.ts'
import { isForeignForm, isListed, standsAsName } from './stands-as-name.ts'
import type { Sense } from './sense.ts'

/**
 * Decides each mention in place: a sense, or the rule that drops it. Rules for single mentions come first:
 * phrases that are no place, listed people, other meanings (streets, languages …), "City, Region", people's
 * names, abbreviations. Then the verdicts hold for the same name elsewhere in the text; the rest are decided
 * by the context of the whole text.
 */
export function resolveMentions(
  words: Words,
  mentions: readonly Mention[],
  { known, language, capitalsTell, home }: TextFacts,
): void {
  for (const [at, mention] of mentions.entries()) {
    if (CURRENCIES.has(words.folded[mention.last + 1] ?? '') || isAgency(words, mention, language))
      mention.isInPassing = true
    if (mention.verdict !== undefined) continue
    if (mention.senses.some((sense) => sense.kind === 'x'))
      mention.verdict = { dropped: 'phrase that is no place' }
    else if (isNamedPerson(mention)) mention.verdict = { dropped: PERSON }
    else if (mention.senses.every((sense) => sense.kind === 'l')) continue
    else if (isForeignForm(words, mention, language)) mention.verdict = { dropped: 'no form of that name' }
    else if ((mention.verdict = otherMeaning(words, mention, mentions, language)) !== undefined) continue
    else if (hasBranch(words, mention, mentions[at + 1])) mention.verdict = { dropped: 'name of a firm' }
    else if (joinWithRegion(words, mention, mentions[at + 1], mentions[at + 2])) continue
    else if (joinWithCountry(words, mention, mentions[at + 1])) continue
    else if (isPersonName(words, mention, mentions, { known, language, capitalsTell }))
      mention.verdict = { dropped: PERSON }
    else if (mention.senses.every(({ kind }) => kind === 'b'))
      mention.verdict = readAbbreviation(words, mention)
  }
  repeatVerdicts(words, mentions)
  if (capitalsTell) repeatThings(words, mentions, language)
  const context = readContext(words, mentions, { source: home, language })
  for (const [at, mention] of mentions.entries())
    mention.verdict ??=
      cityBeforeCountry(words, mention, context, language) ??
      chooseSense(words, mention, context, {
        isName: standsAsName(words, mentions, at, language),
        isListed: isListed(words, mentions, at),
      })
}

/** What is known of a text beside its words. */
interface TextFacts {
  /** What the tables say of each word. */
  readonly known: readonly KnownWord[]
  /** ISO 639-1. */
  readonly language: string
  /** Capitals tell names from other words. */
  readonly capitalsTell: boolean
  /** Country of the source, ISO 3166-1 alpha-2. */
  readonly home: string | undefined
}

/** Thousands of inhabitants that a town gets beside its region or country: it is beyond doubt then. */
const CERTAIN_TOWN_THOUSANDS = 1000

/**
 * Decides "Lebanon, Pennsylvania", "London, Ont." or "Paris, France": each word settles the other, even if
 * the town itself is unknown.
 */
function joinWithRegion(
  words: Words,
  town: Mention,
  region: Mention | undefined,
  next: Mention | undefined,
): boolean {
  if (
    region === undefined ||
    region.first !== town.last + 1 ||
    !hasMark(words, region.first, MARK.afterComma)
  )
    return false
  for (const outer of region.senses) {
    if (!'nrb'.includes(outer.kind)) continue
    const known = town.senses.find(
      (sense) => 'pcr'.includes(sense.kind) && sense.country === outer.country && fits(sense, outer),
    )
    const namesake =
      !isList(words, region, next) &&
      outer.division !== '' &&
      SPOKEN_WITH_DIVISION.has(outer.country) &&
      outer.kind !== 'n' &&
      town.senses.every(
        (sense) =>
          'pcrn'.includes(sense.kind) &&
          (sense.country !== outer.country || sense.division !== outer.division),
      )
    const inner = known ?? (namesake ? outer : undefined)
    if (inner === undefined) continue
    town.verdict = {
      sense: {
        ...inner,
        kind: 'p',
        isOrdinaryWord: false,
        size: Math.max(inner.size, CERTAIN_TOWN_THOUSANDS),
      },
    }
    region.verdict = { sense: outer }
    return true
  }
  return false
}

/**
 * Decides a town that shares its name with a country or capital by the country behind it: "Tripoli, au
 * Liban", "Tripoli im Libanon", "طرابلس شمالي لبنان", "جورجيا الأميركية".
 */
function joinWithCountry(words: Words, town: Mention, country: Mention | undefined): boolean {
  const [outer] = country?.senses ?? []
  if (country === undefined || outer === undefined || !town.senses.some(({ kind }) => 'nc'.includes(kind)))
    return false
  if (hasMark(words, country.first, MARK.afterBreak | MARK.sentenceStart)) return false
  const between = words.folded.slice(town.last + 1, country.first)
  const joined =
    outer.kind === 'n'
      ? between.length > 0 && between.length <= 2 && between.every((word) => INSIDE.has(word))
      : outer.kind === 'a' && between.length === 0 && words.folded[country.first]?.startsWith(ARABIC_THE)
  const inside = town.senses.filter((own) => own.country === outer.country)
  const sense = inside.find(({ kind }) => 'pcr'.includes(kind))
  if (joined !== true || sense === undefined || inside.some(({ kind }) => kind === 'n')) return false
  town.verdict = {
    sense: { ...sense, isOrdinaryWord: false, size: Math.max(sense.size, CERTAIN_TOWN_THOUSANDS) },
  }
  return true
}

const ARABIC_THE = 'ال'
const INSIDE = nameWordsOfAll('within')

/** A list of places, not a town in its region: "Georgia, Arizona and Nevada", "Guam, Alaska, Hawaii". */
function isList(words: Words, region: Mention, next: Mention | undefined): boolean {
  const after = region.last + 1
  if (next?.first === after && hasMark(words, after, MARK.afterComma)) return true
  return LIST_WORDS.has(words.folded[after] ?? '') && hasMark(words, after + 1, MARK.capital)
}

const LIST_WORDS = nameWordsOfAll('and')

/** Countries in which texts write the state or province behind a town. */
const SPOKEN_WITH_DIVISION = new Set(['US', 'CA', 'AU'])

function fits(inner: Sense, outer: Sense): boolean {
  return (
    outer.kind === 'n' ||
    inner.division === outer.division ||
    (inner.division === '' && outer.division !== '')
  )
}

const CURRENCIES = nameWordsOfAll('currencies')

/**
 * Decides an abbreviated state. It counts behind a comma and a capitalised word even if the town is unknown
 * ("Cottonport, La."). Dotted initials ("D.C.") need no town, but no number may stand before them.
 */
function readAbbreviation(words: Words, mention: Mention): Mention['verdict'] {
  const { text, folded, start, end } = words
  const { first, last, senses } = mention
  const [sense] = senses
  const from = start[first] ?? 0
  const to = end[last] ?? 0
  if (sense === undefined) return { dropped: 'abbreviation without its town' }
  const initials = to - from >= 4 && text.charAt(to - 1) === '.'
  if (initials && !/^\d/.test(folded[first - 1] ?? '')) return { sense: { ...sense, kind: 'r' } }
  const closed = '.,)'.includes(text.charAt(to)) || hasMark(words, first, MARK.allCapitals | MARK.dotted)
  if (closed && hasMark(words, first, MARK.afterComma) && hasMark(words, first - 1, MARK.capital))
    return { sense: { ...sense, kind: 'r' } }
  if (isOwnName(words, mention)) return { sense: { ...sense, kind: 'l' } }
  return { dropped: 'abbreviation without its town' }
}

/** British Columbia calls itself BC; "200 BC" is a year. */
function isOwnName(words: Words, mention: Mention): boolean {
  return (
    mention.key === 'bc' &&
    hasMark(words, mention.first, MARK.allCapitals) &&
    !hasMark(words, mention.first - 1, MARK.digit)
  )
}

/**
 * Applies clear verdicts to the same name elsewhere in the text. "Paris, Missouri" decides every other
 * "Paris". A name that was first a person's stays so ("Jack London … London said"), except behind a
 * preposition.
 */
function repeatVerdicts(words: Words, mentions: readonly Mention[]): void {
  const settled = new Map<string, NonNullable<Mention['verdict']>>()
  const surnames = new Map<string, string | undefined>()
  for (const mention of mentions) {
    const sense = senseOf(mention)
    if (sense?.kind === 'p') settled.set(mention.key, { sense })
  }
  const seen = new Set<string>()
  for (const mention of mentions) {
    const { verdict } = mention
    const isPerson = verdict !== undefined && 'dropped' in verdict && verdict.dropped === PERSON
    for (const [key, word] of namesIn(words, mention)) {
      if (isPerson && !seen.has(key) && !settled.has(key)) {
        settled.set(key, verdict)
        surnames.set(key, word)
      }
      seen.add(key)
    }
  }
  for (const mention of mentions) {
    const verdict = settled.get(mention.key)
    if (verdict === undefined || mention.verdict !== undefined) continue
    if ('dropped' in verdict && PREPOSITIONS.has(words.folded[mention.first - 1] ?? '')) continue
    // After "محمد السوداني" the nationality "السودانية" still means Sudan.
    const isNationality = mention.senses.every((sense) => sense.kind === 'a')
    if (isNationality && surnames.get(mention.key) !== words.folded[mention.first]) continue
    mention.verdict = verdict
  }
}

/**
 * The keys that a mention settles, with their words: its own, or each word of a listed person's name, since
 * texts later use either one.
 */
function namesIn(words: Words, mention: Mention): (readonly [key: string, word: string | undefined])[] {
  if (!isNamedPerson(mention)) return [[mention.key, words.folded[mention.first]]]
  return words.folded.slice(mention.first, mention.last + 1).map((word) => [word, word])
}

function isNamedPerson({ senses }: Mention): boolean {
  return senses.some(({ kind }) => kind === 'h')
}

const PERSON = 'name of a person'
const PREPOSITIONS = nameWordsOfAll('prepositions')
