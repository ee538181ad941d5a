import { nameWordsOfAll } from '../name-words.ts'
import { MARK, type Words } from '../../language/split-words.ts'
import type { Mention } from './mention.ts'

/** What else than a place the words round a mention show it to be, or undefined: an amount, a street, an airline, a dish, a dog, a language. */
export function otherMeaning(
  words: Words,
  mention: Mention,
  language: string,
): { readonly dropped: string } | undefined {
  if (isMoney(words, mention)) return { dropped: 'a currency' }
  if (isStreet(words, mention)) return { dropped: 'name of a street' }
  if (isAirline(words, mention)) return { dropped: 'name of a firm' }
  if (isThing(words, mention) || isDog(words, mention) || hasGermanArticle(words, mention, language))
    return { dropped: 'also an ordinary word' }
  return isLanguage(words, mention, language) ? { dropped: 'a language' } : undefined
}

/** "US$460 million" is an amount. */
function isMoney(words: Words, mention: Mention): boolean {
  return words.text.charCodeAt(words.end[mention.last] ?? 0) === DOLLAR
}

const DOLLAR = 36

/** "Northumberland Avenue", "Damascus Road": streets are called after countries and capitals everywhere; one called after a town is often near it. */
function isStreet(words: Words, mention: Mention): boolean {
  const next = mention.last + 1
  const marks = words.marks[next] ?? 0
  return (
    mention.senses.some((sense) => 'nmac'.includes(sense.kind)) &&
    STREETS.has(words.folded[next] ?? '') &&
    (marks & MARK.capital) !== 0 &&
    (marks & (MARK.afterComma | MARK.afterBreak | MARK.sentenceStart)) === 0
  )
}

const STREETS = nameWordsOfAll('streets')

/** "Ethiopian Airlines", "Qatar Airways". */
function isAirline(words: Words, mention: Mention): boolean {
  const next = mention.last + 1
  return (
    AIRLINES.has(words.folded[next] ?? '') &&
    ((words.marks[next] ?? 0) & MARK.capital) !== 0 &&
    ((words.marks[next] ?? 0) & (MARK.afterComma | MARK.afterBreak | MARK.sentenceStart)) === 0
  )
}

const AIRLINES = nameWordsOfAll('airlines')

/** The first place of "Cleveland Clinic Abu Dhabi" and "New York University Abu Dhabi": a house with a branch in the second. */
export function hasBranch(words: Words, mention: Mention, next: Mention | undefined): boolean {
  const marks = words.marks[mention.last + 1] ?? 0
  const apart = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart
  return (
    next?.first === mention.last + 2 &&
    HOUSES.has(words.folded[mention.last + 1] ?? '') &&
    (marks & MARK.capital) !== 0 &&
    ((marks | (words.marks[next.first] ?? 0)) & apart) === 0 &&
    next.senses.every(({ kind }) => 'ncrp'.includes(kind))
  )
}

const HOUSES = nameWordsOfAll('houses')

/** "das Essen", "die Halle": German writes every noun with a capital, and towns without an article. */
function hasGermanArticle(words: Words, mention: Mention, language: string): boolean {
  return (
    language === 'de' &&
    mention.senses.every((sense) => sense.kind === 'p') &&
    GERMAN_ARTICLES.has(words.folded[mention.first - 1] ?? '') &&
    ((words.marks[mention.first] ?? 0) & (MARK.afterComma | MARK.afterBreak | MARK.sentenceStart)) === 0 &&
    !isNameWith(words.marks[mention.last + 1] ?? 0)
  )
}

/** The next word belongs to it: "die Brisbane Open", "die Stuttgart-Gruppe". */
function isNameWith(marks: number): boolean {
  const apart = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart
  return (marks & MARK.afterHyphen) !== 0 || ((marks & MARK.capital) !== 0 && (marks & apart) === 0)
}

const GERMAN_ARTICLES = nameWordsOfAll('articles')

/** The Turkey of a text that writes "turkey" more often is a bird in a headline. */
function isThing(words: Words, mention: Mention): boolean {
  if (mention.first !== mention.last || !THINGS.has(mention.key)) return false
  let small = 0
  let capital = 0
  for (const [at, word] of words.folded.entries()) {
    if (word !== mention.key) continue
    if ((words.marks[at] ?? 0) & MARK.capital) capital++
    else small++
  }
  return small > capital
}

/** Names of countries and their people that English, Turkish (maize) or Russian (fumes) writes small for something else. */
export const THINGS = nameWordsOfAll('things')

function isDog(words: Words, mention: Mention): boolean {
  return BREEDS.has(mention.key) && words.folded.some((word) => DOGS.has(word))
}

const BREEDS = nameWordsOfAll('breeds')
const DOGS = nameWordsOfAll('dogs')

/** "She studies Portuguese.", "published in Turkish": a language, where no noun follows. "русский язык", "Almanca", "auf Englisch" are always. */
function isLanguage(words: Words, mention: Mention, language: string): boolean {
  if (!mention.senses.every((sense) => sense.kind === 'a')) return false
  if (
    LANGUAGE_AFTER.has(words.folded[mention.last + 1] ?? '') ||
    LANGUAGE_BEFORE.has(words.folded[mention.first - 1] ?? '')
  )
    return true
  const word = words.folded[mention.last] ?? ''
  if (language === 'tr' && /c[ae]$/.test(word)) return true
  // German writes the adjective small.
  const isGermanNoun = language === 'de' && word.endsWith('isch') && isNoun(words.marks[mention.last] ?? 0)
  if (isGermanNoun && !((words.marks[mention.last + 1] ?? 0) & MARK.afterHyphen)) return true
  const next = mention.last + 1
  const alone =
    next >= words.folded.length ||
    ((words.marks[next] ?? 0) & (MARK.afterBreak | MARK.afterComma | MARK.sentenceStart)) !== 0 ||
    ['and', 'or'].includes(words.folded[next] ?? '')
  return alone && BEFORE_LANGUAGES.has(words.folded[mention.first - 1] ?? '')
}

function isNoun(marks: number): boolean {
  return (marks & MARK.capital) !== 0 && (marks & (MARK.sentenceStart | MARK.allCapitals)) === 0
}

const LANGUAGE_AFTER = nameWordsOfAll('languageBehind')
const LANGUAGE_BEFORE = nameWordsOfAll('languageBefore')
const BEFORE_LANGUAGES = nameWordsOfAll('learning')
