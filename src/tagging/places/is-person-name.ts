import { nameWords, nameWordsOfAll } from '../name-words.ts'
import type { KnownWord } from '../known-word.ts'
import { ARABIC_GIVEN_NAMES, GIVEN_NAMES, MEN, WOMEN } from '../names/known-names.ts'
import { NAME_BREAK, hasMark, MARK, type Words } from '../../language/read-text.ts'
import { homeOf } from './home-of.ts'
import type { Mention } from './mention.ts'

/**
 * Whether a place name is part of a person's name, by the words beside it: "Jack London", "Jordan Peterson",
 * "مصطفى المصري". `cased` is false if capitals tell nothing.
 */
export function isPersonName(
  words: Words,
  mention: Mention,
  mentions: readonly Mention[],
  {
    known,
    language,
    capitalsTell,
  }: { readonly known: readonly KnownWord[]; readonly language: string; readonly capitalsTell: boolean },
): boolean {
  if (isBesideMiddleDot(words, mention, mentions, language)) return true
  if (mention.first !== mention.last) return isDoubleSurname(words, mention, mentions, known)
  if (isArabicSurname(words, mention, language) || isArabicOfficer(words, mention, mentions, language))
    return true
  const { folded } = words
  const { first, last, key, senses } = mention
  const before = first - 1
  const after = last + 1
  const address = folded[before] ?? ''
  if (
    FORMS_OF_ADDRESS.has(address) &&
    hasMark(words, before, MARK.capital) &&
    !hasMark(words, first, MARK.afterComma | MARK.afterBreak | MARK.afterApostrophe)
  )
    return true
  if (SMALL_ADDRESSES.get(language)?.has(address) === true && isNameWord(words, first)) return true
  if (capitalsTell && SMALL_NATIONALITIES.has(language) && senses.every(({ kind }) => kind === 'a'))
    return isNameWord(words, first) && isGivenName(words, before, mentions, known)
  if (senses.every(({ kind }) => 'ma'.includes(kind)) && !FAMILY_NAMES.has(key)) return false
  if (isNickname(words, mention, mentions)) return true
  const name = folded[first] ?? ''
  const isTown = senses.every(({ kind }) => 'rp'.includes(kind))
  if (isTown && GIVEN_NAMES.has(name) && hasNumeral(words, after)) return true
  const capitalBefore = hasMark(words, before, MARK.capital) && isPlainGap(words, first)
  if (capitalBefore && isGivenName(words, before, mentions, known)) return true
  // Without reliable capitals the next word tells nothing.
  if (!capitalsTell) return false
  const capitalAfter =
    hasMark(words, after, MARK.capital) &&
    !hasMark(words, after, MARK.allCapitals) &&
    isPlainGap(words, after)
  const placeAfter = capitalAfter ? mentions.find((other) => other.first === after) : undefined
  const isCountry = senses.some(({ kind }) => kind === 'n')
  const isPlaceAfter =
    PLACE_COMPANIONS.has(folded[after] ?? '') ||
    (placeAfter !== undefined && !(isCountry && isSmallTown(placeAfter)))
  const isGiven =
    PLACES_AS_GIVEN_NAMES.has(name) ||
    MEN.has(name) ||
    WOMEN.has(name) ||
    (isTown && GIVEN_NAMES.has(name)) ||
    known[first]?.givenName !== undefined
  if (isGiven && capitalAfter && !isPlaceAfter) return true
  // A small town beside another capitalised word is mostly somebody's name: "Kim Flett", "Elmer Fudd".
  const nameBefore =
    capitalBefore && !hasMark(words, before, MARK.sentenceStart) && !PLACE_COMPANIONS.has(address)
  if (
    nameBefore &&
    isCityAbroad(mention, language) &&
    mentions.every((one) => one === mention || one.key !== key)
  )
    return true
  return isSmallTown(mention) && (nameBefore || (capitalAfter && !isPlaceAfter))
}

/**
 * Chinese and Japanese put a dot between the names of foreign people: "ライアン・ケント", "阿尔弗雷多·莫雷洛斯". Japanese also
 * puts it between a place and its country, and between a country and what belongs to it.
 */
function isBesideMiddleDot(
  { text, folded, start, end }: Words,
  { first, last, senses }: Mention,
  mentions: readonly Mention[],
  language: string,
): boolean {
  if (language !== 'zh' && language !== 'ja') return false
  const isName = (at: number, dot: number): boolean =>
    MIDDLE_DOT.test(text.charAt(dot)) &&
    (language === 'zh' || KATAKANA.test(folded[at] ?? '')) &&
    !mentions.some((other) => other.first <= at && at <= other.last)
  const isCountry = language === 'ja' && senses.some(({ kind }) => kind === 'n')
  return (
    isName(first - 1, (start[first] ?? 0) - 1) || (!isCountry && isName(last + 1, end[last] ?? text.length))
  )
}

const MIDDLE_DOT = /[·・•‧]/u
const KATAKANA = /^\p{Script=Katakana}/u

/** A region of two words behind a first name is a family name: "Nuno Espirito Santo". */
function isDoubleSurname(
  words: Words,
  mention: Mention,
  mentions: readonly Mention[],
  known: readonly KnownWord[],
): boolean {
  return (
    mention.senses.every((sense) => 'rp'.includes(sense.kind)) &&
    isPlainGap(words, mention.first) &&
    isGivenName(words, mention.first - 1, mentions, known)
  )
}

/** Whether a Roman numeral goes on with the name, as with popes and kings: "León XIV". */
const hasNumeral = (words: Words, at: number): boolean =>
  ROMAN.test(words.folded[at] ?? '') && hasMark(words, at, MARK.capital) && isPlainGap(words, at)

const ROMAN = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/

/** A little known place. Right behind a country's name it is mostly a family name: "India Willoughby". */
function isSmallTown({ senses }: Mention): boolean {
  return senses.every((sense) => 'rp'.includes(sense.kind) && sense.size < SMALL_CITY_THOUSANDS)
}

/**
 * Whether the word is a first name with a capital. A word that is part of a place is none unless
 * `GIVEN_NAMES` has it: "Владимир Москва" is two places.
 */
function isGivenName(
  words: Words,
  at: number,
  mentions: readonly Mention[],
  known: readonly KnownWord[],
): boolean {
  const word = words.folded[at] ?? ''
  if (!hasMark(words, at, MARK.capital) || PLACE_COMPANIONS.has(word)) return false
  if (GIVEN_NAMES.has(word)) return true
  return known[at]?.givenName !== undefined && !mentions.some(({ first, last }) => first <= at && at <= last)
}

/**
 * Languages that write nationalities small: one with a capital behind a first name is a family name ("Сергей
 * Немцев", "Frank Schweizer").
 */
const SMALL_NATIONALITIES = new Set(['ru', 'uk', 'fr', 'es', 'it', 'pt', 'de'])

/** A capitalised word that goes on with the word before it, perhaps behind an abbreviation: "Sra. España". */
const isNameWord = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.capital) &&
  !hasMark(words, at, MARK.afterComma | MARK.afterApostrophe | MARK.afterHyphen | MARK.afterBreak) &&
  (!hasMark(words, at, MARK.sentenceStart) || hasMark(words, at, MARK.afterDot))

/**
 * A nationality right behind a first name is a family name: "محمد العراقي", "مهدی عراقی". Beside "son" or the
 * name of a house it is a first name: "عبدالعزيز بن تركي", "تركي آل الشيخ".
 */
function isArabicSurname(words: Words, mention: Mention, language: string): boolean {
  if (language !== 'ar' && language !== 'fa') return false
  const word = words.folded[mention.first] ?? ''
  const before = words.folded[mention.first - 1] ?? ''
  const { firstParts = [], houseParts = [] } = nameWords.of(language) ?? {}
  const isInside =
    (firstParts.includes(before) && isPlainGap(words, mention.first)) ||
    ([...firstParts, ...houseParts].includes(words.folded[mention.last + 1] ?? '') &&
      isPlainGap(words, mention.last + 1))
  if (isInside && mention.senses.every(({ kind }) => kind === 'a')) return true
  const isGiven =
    ARABIC_GIVEN_NAMES.has(before) || (before === 'الله' && words.folded[mention.first - 2] === 'عبد')
  return (
    isGiven &&
    mention.senses.every((sense) => sense.kind === 'a') &&
    (language === 'fa' || (word.startsWith('ال') && word.endsWith('ی'))) &&
    isPlainGap(words, mention.first)
  )
}

/**
 * The second nationality behind an office is the family name of its holder: "رئيس الوزراء العراقي السوداني".
 */
function isArabicOfficer(
  words: Words,
  mention: Mention,
  mentions: readonly Mention[],
  language: string,
): boolean {
  const at = mention.first
  return (
    language === 'ar' &&
    ARABIC_OFFICES.has(words.folded[at - 2] ?? '') &&
    /^ال.*ی$/.test(words.folded[at] ?? '') &&
    isPlainGap(words, at) &&
    [mention, mentions.find(({ first }) => first === at - 1)].every(
      (one) => one?.senses.every(({ kind }) => kind === 'a') === true,
    )
  )
}

const ARABIC_OFFICES = nameWordsOfAll('offices')

/**
 * Whether the place is a nickname: "Mohanna Abdhou, 20, known as Montana". Not if a place stands right before
 * that: "Burma, known as Myanmar".
 */
function isNickname(words: Words, mention: Mention, mentions: readonly Mention[]): boolean {
  const { folded } = words
  const at = mention.first
  const known = folded[at - 1] === 'as' && folded[at - 2] === 'known' ? at - 2 : at - 1
  if (known === at - 1 && !NICKNAMED.has(folded[known] ?? '')) return false
  return !mentions.some((other) => other.last < at && other.last >= known - WORDS_BEFORE_NICKNAME)
}

const NICKNAMED = nameWordsOfAll('nicknamed')
/** How many words before "known as" are searched for that place. */
const WORDS_BEFORE_NICKNAME = 5

const FAMILY_NAMES = nameWordsOfAll('familyNationalities')
const PLACE_COMPANIONS = nameWordsOfAll('companions')
const PLACES_AS_GIVEN_NAMES = nameWordsOfAll('placesAsGiven')

/** The English ones apply in every text, with a capital. */
const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(nameWords.of('en')?.address)

/** Those of other languages apply in their texts, and may be written small. */
const SMALL_ADDRESSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  nameWords
    .languages()
    .filter((language) => language !== 'en')
    .map((language) => [language, new Set(nameWords.of(language)?.address)]),
)

const SMALL_CITY_THOUSANDS = 100

/**
 * Whether a name is that of cities abroad only, none of them large. Named once, behind a capitalised word, it
 * is mostly somebody's name: the "Aksu" of "Sezen Aksu" is no city in China.
 */
function isCityAbroad({ senses }: Mention, language: string): boolean {
  const home = homeOf(language, undefined)
  return (
    home !== undefined &&
    senses.every(
      ({ kind, size, country }) => 'rp'.includes(kind) && size < LARGE_CITY_THOUSANDS && country !== home,
    )
  )
}

const LARGE_CITY_THOUSANDS = 500

/** Whether only spaces stand before the word. */
const isPlainGap = (words: Words, at: number): boolean =>
  !hasMark(words, at, NAME_BREAK | MARK.afterApostrophe | MARK.afterHyphen)
