import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { Mention } from './mention.ts'

/**
 * Whether a one-word mention that also has an ordinary meaning is a name here.
 * - Turkish sets off the endings of names by an apostrophe: "ordu" is an army, "Ordu'da" is "in Ordu".
 * - In scripts without capitals a country opens a sentence, or is joined to another by "and" or a comma. The
 * Arabic and Persian "مالي" is Mali in "النيجر ومالي" and "financial" in "دعم مالي", for adjectives follow
 * their noun.
 */
export function standsAsName(
  words: Words,
  mentions: readonly Mention[],
  at: number,
  language: string,
): boolean {
  const mention = mentions[at]
  if (mention === undefined || mention.first !== mention.last) return false
  if (language === 'tr' && hasMark(words, mention.last + 1, MARK.afterApostrophe)) return true
  const word = words.folded[mention.first] ?? ''
  const bare = word === mention.key
  if (hasCase(word) || !(bare || word === AND + mention.key)) return false
  const isTown = mention.senses.every(({ kind }) => 'rp'.includes(kind))
  if (bare && !isTown && hasMark(words, mention.first, MARK.sentenceStart)) return true
  return isListed(words, mentions, at)
}

/**
 * Whether a country beside it is joined to the mention: "عمان والأردن" are two countries, while "عمان عاصمة
 * الأردن" is about Amman.
 */
export function isListed(words: Words, mentions: readonly Mention[], at: number): boolean {
  const mention = mentions[at]
  return isJoined(words, mentions[at - 1], mention) || isJoined(words, mention, mentions[at + 1])
}

const AND = 'و'

function isJoined(words: Words, one: Mention | undefined, other: Mention | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const partner = [one, other].some(({ senses }) =>
    senses.some(({ kind, isOrdinaryWord }) => kind === 'n' && !isOrdinaryWord),
  )
  if (!partner) return false
  const between = other.first - one.last - 1
  if (between === 1) return words.folded[one.last + 1] === AND
  const begins = words.folded[other.first] ?? ''
  return (
    between === 0 &&
    ((begins.startsWith(AND) && !other.key.startsWith(AND)) || hasMark(words, other.first, MARK.afterComma))
  )
}

/**
 * Whether the text's language has no such form of a country's name or nationality, so that the word is
 * something else, mostly a family name. Of names in "i", Turkish vowels agree ("Sudanı", never "Sudani"), and
 * no Russian case of "Судан" is "Судани". A Hebrew nationality behind a preposition is a language ("באנגלית")
 * or a family name ("מאירי"): of six in documents and native news none was a country.
 */
export function isForeignForm(words: Words, mention: Mention, language: string): boolean {
  const { first, last, key, senses } = mention
  const word = words.folded[first] ?? ''
  if (language === 'he')
    return (
      first === last &&
      senses.every(({ kind }) => kind === 'a') &&
      HEBREW_PREPOSITION.test(word) &&
      word.replace(HEBREW_PREPOSITION, '') === key
    )
  if (first !== last || word.length !== key.length + 1 || !word.startsWith(key)) return false
  if (language === 'ru') return word.endsWith('и') && HARD_CONSONANT.test(key)
  return language === 'tr' && BACK_VOWEL_THEN_I.test(words.text.slice(words.start[first], words.end[first]))
}

/** With an “and” before it, perhaps. */
const HEBREW_PREPOSITION = /^ו?[בכלמ]/u
/** Letters after which the Russian plural is written with "ы". */
const HARD_CONSONANT = /[бвдзлмнпрстф]$/u
/** Tested on the original spelling, since folding makes "ı" and "i" one letter. */
const BACK_VOWEL_THEN_I = /[aıouâû][^aeıioöuüâîû]+i$/iu
