import { nameWords, nameWordsOfAll } from '../name-words.ts'
import { credits } from '../../language/parts.ts'
import { NAME_BREAK, hasCase, hasMark, MARK, readText, type Words } from '../../language/read-text.ts'
import type { Mention } from './mention.ts'

/**
 * The rule that drops a mention because the words around it show another meaning: an amount, part of a longer
 * name, a street, an airline, an ordinary word, a dog or a language. Undefined if none does.
 */
export function otherMeaning(
  words: Words,
  mention: Mention,
  mentions: readonly Mention[],
  language: string,
): { readonly dropped: string } | undefined {
  if (isMoney(words, mention)) return { dropped: 'a currency' }
  if (isNameEnd(words, mention, mentions) || isNamedAfter(words, mention))
    return { dropped: 'end of a longer name' }
  if (isStreet(words, mention)) return { dropped: 'name of a street' }
  if (isAirline(words, mention)) return { dropped: 'name of a firm' }
  if (
    isThing(words, mention) ||
    isSmallElsewhere(words, mention) ||
    isDog(words, mention) ||
    hasGermanArticle(words, mention, mentions, language)
  )
    return { dropped: 'also an ordinary word' }
  return isLanguage(words, mention, language) ? { dropped: 'a language' } : undefined
}

/**
 * Whether a mention is part of a news agency's name ("خبرگزاری فارس", "Anadolu Ajansı"), which tells a story
 * and is not in it.
 */
export function isAgency({ folded }: Words, { first, last }: Mention, language: string): boolean {
  const { before, behind } = agencyWordsOf(language)
  if (before.has(folded[first - 1] ?? '') || (last > first && before.has(folded[first] ?? ''))) return true
  return behind.some((words) => words.every((word, at) => folded[last + 1 + at] === word))
}

interface AgencyWords {
  readonly before: ReadonlySet<string>
  readonly behind: readonly (readonly string[])[]
}

const foldedOf = (words: readonly string[] = []): string[][] => words.map((word) => readText(word).folded)

const agencyWords = new Map<string, AgencyWords>()

function agencyWordsOf(language: string): AgencyWords {
  const known = agencyWords.get(language)
  if (known !== undefined) return known
  const listed = credits.of(language)
  const own = {
    before: new Set(foldedOf(listed?.agencyBefore).flat()),
    behind: foldedOf(listed?.agencyBehind),
  }
  agencyWords.set(language, own)
  return own
}

/**
 * The end of a longer name that the place book does not have, such as the Montana of "Crans-Montana". Once
 * the text has the hyphen, other mentions may lack it.
 */
function isNameEnd(words: Words, { first, senses }: Mention, mentions: readonly Mention[]): boolean {
  const before = words.folded[first - 1] ?? ''
  return (
    before.length > SHORTEST_NAME &&
    hasMark(words, first, MARK.capital) &&
    hasMark(words, first - 1, MARK.capital) &&
    senses.every(({ kind }) => 'rpc'.includes(kind)) &&
    !mentions.some((other) => other.first <= first - 1 && first - 1 <= other.last) &&
    isHyphened(words, before, words.folded[first] ?? '')
  )
}

const isHyphened = (words: Words, before: string, word: string): boolean =>
  words.folded.some(
    (other, at) => other === word && words.folded[at - 1] === before && hasMark(words, at, MARK.afterHyphen),
  )

const SHORTEST_NAME = 2

/**
 * A water or title named after the place: "Gulf of St. Lawrence", "Duke of Marlborough". British places stay,
 * for their dukes are there.
 */
const isNamedAfter = ({ folded }: Words, { first, senses }: Mention): boolean =>
  folded[first - 1] === 'of' &&
  NAMED_AFTER.has(folded[first - 2] ?? '') &&
  senses.every(({ kind, country }) => 'rp'.includes(kind) && country !== 'GB')

const NAMED_AFTER = nameWordsOfAll('namedAfter')

/** "US$460 million" is an amount. */
const isMoney = ({ text, end }: Words, { last }: Mention): boolean => text.charAt(end[last] ?? 0) === '$'

/**
 * A street: "Northumberland Avenue", "Damascus Road". Streets everywhere are named after countries and
 * capitals; one named after a town is often near it.
 */
const isStreet = (words: Words, mention: Mention): boolean =>
  mention.senses.some((sense) => 'nmac'.includes(sense.kind)) && goesOnWith(words, mention, STREETS)

const STREETS = nameWordsOfAll('streets')

/** "Ethiopian Airlines", "Qatar Airways". */
const isAirline = (words: Words, mention: Mention): boolean => goesOnWith(words, mention, AIRLINES)

const AIRLINES = nameWordsOfAll('airlines')

/** Whether the next word is one of these, with a capital and as part of the same name. */
const goesOnWith = (words: Words, { last }: Mention, next: ReadonlySet<string>): boolean =>
  next.has(words.folded[last + 1] ?? '') &&
  hasMark(words, last + 1, MARK.capital) &&
  !hasMark(words, last + 1, NAME_BREAK)

/**
 * The first place of "Cleveland Clinic Abu Dhabi" or "New York University Abu Dhabi", an institution with a
 * branch in the second.
 */
export const hasBranch = (words: Words, mention: Mention, next: Mention | undefined): boolean =>
  next?.first === mention.last + 2 &&
  goesOnWith(words, mention, HOUSES) &&
  !hasMark(words, next.first, NAME_BREAK) &&
  next.senses.every(({ kind }) => 'ncrp'.includes(kind))

const HOUSES = nameWordsOfAll('houses')

/**
 * A German noun behind an article or nationality: "das Essen", "die Halle", "Schweizer Bergen". All nouns
 * have a capital, and towns have no article.
 */
const hasGermanArticle = (
  words: Words,
  { first, last, senses }: Mention,
  mentions: readonly Mention[],
  language: string,
): boolean =>
  language === 'de' &&
  senses.every((sense) => sense.kind === 'p') &&
  (GERMAN_ARTICLES.has(words.folded[first - 1] ?? '') || isBehindNationality(mentions, first)) &&
  !hasMark(words, first, NAME_BREAK) &&
  // "die Brisbane Open", "die Stuttgart-Gruppe": the article belongs to the next word.
  !hasMark(words, last + 1, MARK.afterHyphen) &&
  (!hasMark(words, last + 1, MARK.capital) || hasMark(words, last + 1, NAME_BREAK))

/** "in den Schweizer Bergen". */
const isBehindNationality = (mentions: readonly Mention[], at: number): boolean =>
  mentions.some(({ last, senses }) => last === at - 1 && senses.every(({ kind }) => kind === 'a'))

const GERMAN_ARTICLES = nameWordsOfAll('articles')

/** A word such as "Turkey" in a text that mostly writes it small: the bird in a headline. */
function isThing(words: Words, { first, last, key }: Mention): boolean {
  if (first !== last || !THINGS.has(key)) return false
  let [all, small] = [0, 0]
  for (let at = words.folded.indexOf(key); at >= 0; at = words.folded.indexOf(key, at + 1)) {
    all++
    if (!hasMark(words, at, MARK.capital)) small++
  }
  return small * 2 > all
}

/**
 * A town whose capital may come from the start of the sentence, in a text that also writes the word small.
 */
function isSmallElsewhere(words: Words, { first, last, senses }: Mention): boolean {
  if (first !== last || !hasMark(words, first, MARK.capital)) return false
  if (first > 0 && !hasMark(words, first, MARK.sentenceStart | MARK.afterBreak)) return false
  if (!senses.every(({ kind }) => 'rpc'.includes(kind))) return false
  const word = words.folded[first]
  return words.folded.some((other, at) => other === word && !hasMark(words, at, MARK.capital))
}

/**
 * Names of countries and peoples that in small letters mean something else in English, in Turkish ("mısır" is
 * maize) or in Russian (fumes).
 */
export const THINGS = nameWordsOfAll('things')

function isDog(words: Words, mention: Mention): boolean {
  return BREEDS.has(mention.key) && words.folded.some((word) => DOGS.has(word))
}

const BREEDS = nameWordsOfAll('breeds')
const DOGS = nameWordsOfAll('dogs')

/**
 * A nationality that means a language: always in "русский язык", "Almanca", "auf Englisch" and in a list of
 * languages ("اللغة الإسبانية والإيطالية"); behind a verb such as "studies", or in "published in Turkish", if
 * no noun follows.
 */
function isLanguage(words: Words, { first, last, senses, key }: Mention, language: string): boolean {
  const { folded } = words
  const [before, word = '', next] = [folded[first - 1] ?? '', folded[last], folded[last + 1]]
  const isPeople = senses.every((sense) => sense.kind === 'a')
  if (language === 'tr' && /c[ae]$/.test(word) && (isPeople || key !== word)) return true
  if (!isPeople) return false
  const ands = (nameWords.of(language)?.and ?? []).filter((and) => !hasCase(and))
  let listed = first
  while (ands.some((and) => folded[listed]?.startsWith(and))) listed--
  if (LANGUAGE_AFTER.has(next ?? '') || LANGUAGE_BEFORE.has(folded[listed - 1] ?? '')) return true
  // "English-speaking".
  if (hasMark(words, last + 1, MARK.afterHyphen) && BEFORE_LANGUAGES.has(next ?? '')) return true
  // As an adjective German writes it small.
  const isGermanNoun =
    language === 'de' &&
    word.endsWith('isch') &&
    hasMark(words, last, MARK.capital) &&
    !hasMark(words, last, MARK.sentenceStart | MARK.allCapitals)
  if (isGermanNoun && !hasMark(words, last + 1, MARK.afterHyphen)) return true
  const alone = next === undefined || hasMark(words, last + 1, NAME_BREAK) || next === 'and' || next === 'or'
  return alone && BEFORE_LANGUAGES.has(before)
}

const LANGUAGE_AFTER = nameWordsOfAll('languageBehind')
const LANGUAGE_BEFORE = nameWordsOfAll('languageBefore')
const BEFORE_LANGUAGES = nameWordsOfAll('learning')
