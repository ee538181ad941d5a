import type { FormEntry, KnownWord, PlaceForms } from '../known-word.ts'
import { outsideSegments } from './outside-segments.ts'
import { nameStem, UNSTEMMED } from '../word-term.ts'
import { hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { Mention } from './mention.ts'
import type { PlaceBook, PlaceEntry } from './place-book.ts'
import type { Sense } from './sense.ts'

const INFLECTED = new Set(['ru', 'uk', 'pl', 'tr', 'ar', 'fa', 'he', 'de'])
const LONGEST_NAME = 12

interface FoundPlace {
  readonly last: number
  readonly key: string
  readonly senses: readonly Sense[]
}

/** A text, and what is needed to find names in it. */
interface Text {
  readonly words: Words
  /** What the tables say of each word. */
  readonly known: readonly KnownWord[]
  /** ISO 639-1. */
  readonly language: string
  /** Whether capitals tell names from other words; false if the text is all capitals or all small letters. */
  readonly capitalsTell: boolean
  readonly book: PlaceBook
}

/** Finds everything that may name a place: the longest name at each word, in one pass. */
export function findMentions(text: Text): Mention[] {
  const { words, known, language } = text
  const mentions: Mention[] = []
  const inflected = INFLECTED.has(language)
  for (let at = 0; at < words.folded.length; at++) {
    const forms = known[at]?.places
    if (forms === undefined) continue
    const found = findName(text, at, forms, inflected)
    if (found === undefined || cutsKatakana(words, at, found.last)) continue
    mentions.push({ first: at, last: found.last, key: found.key, senses: found.senses, verdict: undefined })
    at = found.last
  }
  return outsideSegments(mentions, words, language)
}

/**
 * The longest name as written. If that is missing or a town of one word, a declined name of several words or
 * a country (by `PlaceForms.national`) goes before it; a single inflected word comes last.
 */
function findName(text: Text, at: number, forms: PlaceForms, inflected: boolean): FoundPlace | undefined {
  const plain = longestName(text, at, forms.plain)
  const mayBeOther = plain === undefined || (isTown(plain) && plain.last === at)
  const several = mayBeOther && inflected ? severalName(text, at, forms) : undefined
  if (several !== undefined) return several
  const national = mayBeOther ? nationalName(text, at, forms.national) : undefined
  if (national !== undefined) return national
  const found = plain ?? (inflected ? inflectedName(text, at, forms) : undefined)
  return found === undefined || found.last > at ? found : doubtOrdinary(text, at, forms, found)
}

/**
 * Marks the doubtful senses of a one-word name as `common` if the word has an ordinary meaning. Undefined if
 * it can be no name.
 */
function doubtOrdinary(text: Text, at: number, forms: PlaceForms, found: FoundPlace): FoundPlace | undefined {
  const { words, language, capitalsTell } = text
  // A capital within a sentence marks a name, though perhaps not a town's. In German it marks any noun: see
  // `other-meaning.ts`.
  const isName =
    capitalsTell &&
    hasMark(words, at, MARK.capital) &&
    !hasMark(words, at, MARK.sentenceStart | MARK.afterBreak)
  if (isName && language === 'de') return found
  const base = [...forms.bases, ...forms.relatives].find(({ form }) => form === found.key)
  const meanings = base === undefined ? [forms.ordinary] : [forms.ordinary, base.ordinary]
  const percent = Math.max(...meanings.map((meaning) => meaning.percent))
  const isStop = forms.ordinary.isStop
  const isOrdinary = isStop || percent >= ORDINARY_PERCENT
  if (!isOrdinary) return found
  const isExact = found.key === words.folded[at]
  const isSmall = capitalsTell && !hasMark(words, at, MARK.capital)
  const isDoubtful = ({ kind }: Sense): boolean => {
    if (isName) return 'rp'.includes(kind) || (!isExact && WITH_APOSTROPHE.has(language))
    // Italian "corso" is a course before it is Corsican.
    if (kind === 'a' && isExact && percent >= SURELY_ORDINARY_PERCENT && isSmall) return true
    // A stem, which several words may share, does not cast doubt on a country's name as it stands.
    return !'na'.includes(kind) || (!isExact && (isStop || UNSTEMMED.has(language)))
  }
  if (!found.senses.some(isDoubtful)) return found
  // "Un", "Они" and the like: only the start of the sentence gave them a capital.
  if (isStop && !isName && isTown(found)) return undefined
  return {
    ...found,
    senses: found.senses.map((sense) => (isDoubtful(sense) ? { ...sense, isOrdinaryWord: true } : sense)),
  }
}

/**
 * Percent of a word's meaning (`OrdinaryMeaning.percent`) from which the place of the same letters is
 * doubted. Documents in sixteen languages and sentences in fifteen come out the same from 50 to 75, in each
 * language; at 80 Arabic and Russian lose.
 */
const ORDINARY_PERCENT = 65
/** The same for a nationality in small letters. */
const SURELY_ORDINARY_PERCENT = 95

/** Languages with an apostrophe before endings of names: "Maliye" is finance, "Mali'ye" is "to Mali". */
const WITH_APOSTROPHE = new Set(['tr'])

const isTown = ({ senses }: FoundPlace): boolean => senses.every(({ kind }) => 'rpb'.includes(kind))

/** The country or people that the bridge found for the term of a word, if the text's capitals allow it. */
function nationalName(text: Text, at: number, entry: PlaceEntry | undefined): FoundPlace | undefined {
  if (entry === undefined) return undefined
  const senses = allowedSenses(text, entry, at, at).filter(({ kind }) => 'nam'.includes(kind))
  return senses.length === 0 ? undefined : { last: at, key: text.words.folded[at] ?? '', senses }
}

/**
 * Whether the name is cut out of a longer word in Katakana, which has no spaces: the first two signs of "タイプ"
 * are not Thailand.
 */
function cutsKatakana({ text, start, end }: Words, first: number, last: number): boolean {
  const from = start[first] ?? 0
  const to = end[last] ?? 0
  const inside = isKatakana(text.charCodeAt(from)) && isKatakana(text.charCodeAt(to - 1))
  return inside && (isKatakana(text.charCodeAt(from - 1)) || isKatakana(text.charCodeAt(to)))
}

function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb
}

function longestName(text: Text, first: number, entry: PlaceEntry | undefined): FoundPlace | undefined {
  if (entry === undefined) return undefined
  const goesOn = (last: number): boolean => text.book.isLaterWord(text.words.folded[last] ?? '')
  return walk({ form: text.words.folded[first] ?? '', entry }, first, text, goesOn, asWritten, allowedSenses)
}

const asWritten = (word: string): string => word

const mayChange = ({ words }: Text, at: number): boolean =>
  !hasMark(words, at, MARK.digit | MARK.ideograph | MARK.dotted)

/** A name of several words, each declined (by stems) or, in Arabic and Hebrew, behind a prefix. */
function severalName(text: Text, first: number, forms: PlaceForms): FoundPlace | undefined {
  if (!mayChange(text, first)) return undefined
  const { language } = text
  return (
    (forms.stem === undefined ? undefined : stemmedName(text, first, forms.stem)) ??
    (language === 'ar' || language === 'he' ? prefixedName(text, first, forms.bases) : undefined)
  )
}

/** A name of one word with endings or prefixes, by its dictionary forms. */
function inflectedName(text: Text, first: number, forms: PlaceForms): FoundPlace | undefined {
  if (!mayChange(text, first)) return undefined
  const { language } = text
  // The English "China" in a quoted title is no case of the Turkish "Chin".
  const isForeign = forms.plain?.senses.some(({ kind }) => kind === 'n') === true
  for (const [entries, kinds] of [
    [forms.bases, 'namcrpblhx'],
    [forms.relatives, 'na'],
  ] as const)
    for (const { form, entry } of entries) {
      const senses = allowedSenses(text, entry, first, first).filter(
        (sense) =>
          !sense.needsCapitals &&
          kinds.includes(sense.kind) &&
          !(isForeign && 'rp'.includes(sense.kind)) &&
          isDeclined(form, sense) &&
          !isArticled(text.words.folded[first] ?? '', form, language, sense),
      )
      if (senses.length > 0) return { last: first, key: form, senses }
    }
  return undefined
}

/** Hebrew puts no article before a town: "והריגה" is killing, not Riga. */
const isArticled = (word: string, form: string, language: string, { kind }: Sense): boolean =>
  language === 'he' && 'rpc'.includes(kind) && word.slice(0, word.lastIndexOf(form)).endsWith('ה')

/** Russian and Ukrainian decline names in "-о" of Slavic towns only: "Роза" is no case of "Розо". */
const isDeclined = (form: string, { kind, country }: Sense): boolean =>
  !form.endsWith('о') || !'cp'.includes(kind) || SLAVIC.has(country)

const SLAVIC = new Set('BA BG BY CZ HR ME MK PL RS RU SI SK UA XK'.split(' '))

function stemmedName(text: Text, first: number, stem: FormEntry): FoundPlace | undefined {
  const { words, capitalsTell, language } = text
  const isSmall = (at: number): boolean => capitalsTell && !hasMark(words, at, MARK.capital)
  return walk(
    stem,
    first,
    text,
    (last) => last < text.words.folded.length && last - first <= LONGEST_NAME,
    (word) => nameStem(word, text.language) ?? word,
    (...at) => {
      const likely = allowedSenses(...at)
      // In small letters only a phrase that is no place is believed ("грецьких горіхів"), or a name whose
      // last word has a capital ("округа Колумбия").
      const isName = !isSmall(first) || (SMALL_STARTS.has(language) && !isSmall(at[3]))
      return isName ? likely : likely.filter(({ kind }) => kind === 'x')
    },
  )
}

function prefixedName(text: Text, first: number, bases: readonly FormEntry[]): FoundPlace | undefined {
  for (const base of bases) {
    const found = walk(
      base,
      first,
      text,
      (last) => last < text.words.folded.length,
      asWritten,
      (of, entry, from, last) => (last > from ? allowedSenses(of, entry, from, last) : []),
    )
    if (found) return found
  }
  return undefined
}

/**
 * The longest name that begins with this entry. Words are appended in the form that keys have (`toKey`) as
 * long as the book has longer names.
 */
function walk(
  { form, entry }: Pick<FormEntry, 'form' | 'entry'>,
  first: number,
  text: Text,
  mayGoOn: (last: number) => boolean,
  toKey: (word: string) => string,
  sensesOf: typeof allowedSenses,
): FoundPlace | undefined {
  let key = form
  let best: FoundPlace | undefined
  for (let last = first, found: PlaceEntry | undefined = entry; found !== undefined;) {
    const senses = sensesOf(text, found, first, last)
    if (senses.length > 0) best = { last, key, senses }
    if (!found.hasLonger || !mayGoOn(++last) || !joinsName(text.words, last)) break
    key += ` ${toKey(text.words.folded[last] ?? '')}`
    found = text.book.find(key)
  }
  return best
}

/** The senses that the language and the capitals of the text allow. */
function allowedSenses(
  { words, known, language, capitalsTell }: Text,
  { senses }: PlaceEntry,
  first: number,
  last: number,
): readonly Sense[] {
  if (senses.length === 0) return senses
  const hasNoCase = !hasCase(words.folded[first] ?? '')
  const capital =
    !capitalsTell ||
    hasNoCase ||
    (hasMark(words, first, MARK.capital) &&
      (endsLikeName(words, last) || (SMALL_ENDS.has(language) && !isArticle(known, first, last)))) ||
    (last > first && SMALL_STARTS.has(language) && hasMark(words, last, MARK.capital))
  const loud = hasNoCase || hasMark(words, first, MARK.allCapitals | MARK.dotted)
  const right = (sense: Sense): boolean =>
    (sense.languages === '' || language === 'und' || speaks(sense.languages, language)) &&
    (capital ||
      sense.mayBeSmall ||
      sense.kind === 'x' ||
      (sense.kind === 'a' && SMALL_ADJECTIVES.has(language))) &&
    (!sense.needsCapitals || loud)
  return senses.every(right) ? senses : senses.filter(right)
}

// Languages that write further words of a name small: "Белый дом".
const SMALL_ENDS = new Set(['ru', 'uk', 'pl', 'fr', 'es'])

// Languages that write the kind of a place small before its name: "округ Колумбия".
const SMALL_STARTS = new Set(['ru', 'uk', 'pl'])

// Languages that write nationalities small, as English and Turkish do not.
const SMALL_ADJECTIVES = new Set(['pl', 'fr', 'es', 'it', 'pt', 'de', 'ru', 'uk'])

/** A name that begins with an article, such as "La reunión": its first capital proves nothing. */
const isArticle = (known: Text['known'], first: number, last: number): boolean =>
  last > first && known[first]?.places?.ordinary.isStop === true

function speaks(languages: string, language: string): boolean {
  for (let at = 0; at < languages.length; at += 2) if (languages.startsWith(language, at)) return true
  return false
}

/**
 * A last word with a capital, a number, or a part behind an apostrophe: "Xi'an", and "Batman'da", which is
 * the town where "Batman" may be the hero. A single letter does not do: "St. John's".
 */
const endsLikeName = (words: Words, last: number): boolean =>
  hasMark(words, last, MARK.capital | MARK.digit) ||
  (hasMark(words, last, MARK.afterApostrophe) && (words.folded[last] ?? '').length > 1)
