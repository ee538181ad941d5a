import { anyOf } from '../language/any-of.ts'
import { furnitureLabels } from '../language/parts.ts'

/**
 * Whether a sentence belongs to the page and not to the news: a call to read, follow or subscribe, a credit,
 * a caption, the label of a button. It is recognised by its form and by the labels of all languages
 * (`language/<code>/furniture.json`); all are tried on every sentence because a page mixes languages. What
 * only one outlet prints is learned and removed earlier (`articles/furniture.ts`).
 */
export const isFurniture = (sentence: string): boolean =>
  sentence.length > MAX_LENGTH ||
  (MAYBE_ADDRESS.test(sentence) && ADDRESS.test(sentence)) ||
  NOTE.test(sentence) ||
  isHeading(sentence) ||
  isCredit(sentence) ||
  isDated(sentence) ||
  DATELINE_ONLY.test(sentence) ||
  labelOf(sentence) !== null

/** UTF-16 units. A longer "sentence" is a table, a list of links or a page without punctuation. */
const MAX_LENGTH = 900
/**
 * UTF-16 units, about a caption's length. Beginnings that real sentences have, too ("Subscribe to …"), count
 * only in shorter lines.
 */
const SHORT_LENGTH = 140

/**
 * Web and mail addresses, telephone numbers, the handle of a post, and brackets around the whole: notes of
 * the desk, never news.
 */
const ADDRESS =
  /https?:\/\/|\bwww\.|[\p{L}\d]@[\p{L}\d-]+\.\p{L}|\(@\w{1,30}\)|\b(?:t\.(?:co|me)|pic\.twitter\.com)\b/iu
/** A cheap test without Unicode classes before the costly one, as in the other `MAYBE_…` expressions. */
const MAYBE_ADDRESS = /@|:\/\/|www\.|t\.(?:co|me)|twitter\.com/i
const NOTE = /^[([][^()[\]]*[)\]]\.?$|(?<![\d-])\d{3}-\d{4}\b/u

/**
 * Credits of pictures and texts: "© …", "REUTERS/Kari Moen", "… (Kari Moen/Norwire)", "… - Kari Moen / AFP",
 * "FILE - …", "ROME, ITALY - MAY 17: …".
 */
const CREDIT = new RegExp(
  [
    String.raw`(?<!Ã)©(?!\s?\d)`,
    String.raw`^(?:©|\(c\) ?\d|FILE\b|\p{Lu}{2,}\s?/\s?\p{Lu}|\p{Lu}[\p{Lu}, ]{3,40}\s[-–—]\s\p{Lu}{3,9} \d{1,2}:)`,
    String.raw`\((?:[LRC]|\d\w\w [LRC])\)`,
    String.raw`[([]\p{Lu}\p{L}+(?: [\p{L}.]+){0,3}\s?/\s?\p{Lu}[\p{L}. -]{1,30}[)\]]\.?$`,
    String.raw`(?<=[.!?–—-]\s)\p{Lu}\p{L}+(?: [\p{L}.]+){0,3}\s?/\s?\p{Lu}[\p{L}. ]{1,30}\.?$`,
  ].join('|'),
  'u',
)

const isCredit = (sentence: string): boolean => MAYBE_CREDIT.test(sentence) && CREDIT.test(sentence)

const MAYBE_CREDIT = /[©/(]|^(?:FILE|\p{Lu}[\p{Lu}, ])/u

/** Whether this only credits a picture. The sentence before it in the same paragraph is then the caption. */
export const isPictureCredit = (sentence: string): boolean =>
  sentence.length <= LONGEST_CREDIT && (isCredit(sentence) || labelOf(sentence) === 'pictures')

/** UTF-16 units. */
const LONGEST_CREDIT = 90

/**
 * Whether a sentence is a caption that ends with the date of its picture: "… in Vik, Norway, May 4, 2026.",
 * "Soldiers carry sandbags in Vik, on May 4, 2026." News that gives the year is in the past tense.
 */
const isDated = (sentence: string): boolean =>
  ENDS_IN_YEAR.test(sentence) && (BARE_DATE.test(sentence) || (DATE.test(sentence) && !PAST.test(sentence)))

/** A lookbehind from the end of the text, so that no other position is tried. */
const ENDS_IN_YEAR = /$(?<=\d\.)/

const DATE =
  /(?:,|(?<= )\p{Lu}[\p{L}.’'-]+,?) on (?:\p{Lu}\p{L}+day,? )?\p{Lu}\p{L}{2,8}\.? \d{1,2}, (?:19|20)\d\d\.$/u
const BARE_DATE =
  /(?:(?<!day),|(?<= )(?!\p{L}+day )\p{Lu}[\p{L}.]+) (?:\p{Lu}\p{L}+day,? )?\p{Lu}\p{L}{2,8}\.? \d{1,2}, (?:19|20)\d\d\.$/u
const PAST = new RegExp(String.raw`\p{Ll}ed\b|\b${anyOf(furnitureLabels.of('en')?.past ?? [])}`, 'u')

/** Only a place, a day and an agency: "ЛОНДОН, 10 июля, ТАСС." */
const DATELINE_ONLY = /^\p{Lu}{3,}[\p{Lu} -]{0,20}[,.]\s+\d{1,2}\s\p{L}{3,10}[.,]?\s*[\p{L}. -]{0,30}$/u

/**
 * Returns the kind of the label that shows that a sentence is furniture: a label it begins with, or a phrase
 * of kind `poses` or `holds` further on. Null if it has none.
 */
function labelOf(sentence: string): Kind | null {
  const written = plain(sentence)
  const lower = written.toLowerCase()
  labels ??= readLabels()
  let isFirst = true
  for (let index = 0; index < lower.length; index++) {
    if (!isOfWord(lower.charCodeAt(index))) continue
    const from = index
    let hash = 0
    for (let unit = 0; index < lower.length && isOfWord((unit = lower.charCodeAt(index))); index++)
      hash = hashOn(hash, unit)
    if (labels.firstWordHashes[hash & MASK] === 1)
      for (const { phrase, kind } of labels.byFirstWord.get(lower.slice(from, index)) ?? []) {
        const end = from + phrase.length
        if (!lower.startsWith(phrase, from) || ENDS_INSIDE_WORD.test(lower.slice(end))) continue
        if (kind === 'holds') return kind
        if (kind === 'poses' && !isFirst && isPosed(lower, end)) return kind
        if (!isFirst) continue
        if (kind === 'begins' ? lower.length <= SHORT_LENGTH : isLabelled(written.slice(end))) return kind
      }
    isFirst = false
  }
  return null
}

const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
/** About 700 words begin labels. With this mask one in twenty of all other words is looked up in vain. */
const MASK = (1 << 14) - 1

/** Unifies apostrophes and replaces "İ", which becomes two characters in lower case. */
const plain = (text: string): string => text.replaceAll('İ', 'I').replaceAll('’', "'")

/** Splits a text in lower case into words. A regular expression for letters takes five times as long. */
function wordsOf(lower: string): readonly string[] {
  const words: string[] = []
  for (let start = 0; start < lower.length; start++) {
    if (!isOfWord(lower.charCodeAt(start))) continue
    let end = start + 1
    while (end < lower.length && isOfWord(lower.charCodeAt(end))) end++
    words.push(lower.slice(start, end))
    start = end
  }
  return words
}

/**
 * Whether a UTF-16 unit belongs to a word in lower case. Beyond ASCII all count but Latin-1 signs and Arabic,
 * general and Chinese punctuation.
 */
const isOfWord = (unit: number): boolean =>
  unit < 0x80
    ? (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
    : unit >= 0xc0 &&
      (unit < 0x2000 || unit > 0x206f) &&
      (unit < 0x3000 || unit > 0x303f) &&
      !(unit === 0x60c || unit === 0x61b || unit === 0x61f)

/**
 * Whether the phrase before `end` describes a picture. Captions are short and quote nobody. "is seen at 40"
 * is a forecast, so no figure may follow.
 */
const isPosed = (lower: string, end: number): boolean =>
  lower.length <= LONGEST_CAPTION &&
  !/["“«]/u.test(lower) &&
  !/^ [\d$€£]/u.test(lower.slice(end)) &&
  !wordsOf(lower).some((word) => wordsOfSpeech().has(word))

const wordsOfSpeech = (): ReadonlySet<string> =>
  (allWordsOfSpeech ??= new Set(partsOfAll().flatMap((part) => part.voices)))

let allWordsOfSpeech: ReadonlySet<string> | undefined

const partsOfAll = () => furnitureLabels.languages().flatMap((language) => furnitureLabels.of(language) ?? [])

/** UTF-16 units. */
const LONGEST_CAPTION = 220

/** The phrase ends inside a longer word. */
const ENDS_INSIDE_WORD = /^[\p{L}\p{M}]/u

const KINDS = ['labels', 'pictures', 'poses', 'begins', 'holds'] as const
type Kind = (typeof KINDS)[number]

interface Label {
  readonly phrase: string
  readonly kind: Kind
}

/** Labels of all languages. */
interface Labels {
  readonly byFirstWord: ReadonlyMap<string, readonly Label[]>
  /** A bit map of hashes: 1 for the hash of a first word. */
  readonly firstWordHashes: Uint8Array
}

let labels: Labels | undefined

function readLabels(): Labels {
  const all = partsOfAll().flatMap((part) =>
    KINDS.flatMap((kind) => part[kind].map((phrase): Label => ({ phrase: plain(phrase), kind }))),
  )
  const byFirstWord = Map.groupBy(all, ({ phrase }) => wordsOf(phrase)[0] ?? '')
  const firstWordHashes = new Uint8Array(MASK + 1)
  for (const word of byFirstWord.keys()) {
    let hash = 0
    for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at))
    firstWordHashes[hash & MASK] = 1
  }
  return { byFirstWord, firstWordHashes }
}

/**
 * Whether the rest behind a label confirms it: a mark, or only names with short words between ("… by Kari
 * Moen in Vik"), perhaps with another label behind a comma.
 */
const isLabelled = (rest: string): boolean =>
  LABEL_ENDS.test(rest) ||
  (rest.length <= SHORT_LENGTH &&
    rest.split(/[,;]/u).every((part) => ONLY_NAMES.test(part) || labelOf(part.trim()) !== null))

const LABEL_ENDS = /^(?:\s?[:|•>»–—]|\s-\s|[\s.!?…]*$)/u
const ONLY_NAMES =
  /^(?:[\s./&()-]+(?:\p{Lu}[\p{L}\p{M}.’'-]*|\p{N}[\p{N}.:]*(?:am|pm|h\p{N}*)?|\p{Ll}{1,3}))+[\s.:)]*$/u

/**
 * Whether this is a heading, a button or a list of names: short and without a sentence's end, or without any
 * word in lower case, or almost all capitals.
 */
function isHeading(sentence: string): boolean {
  const ends = /[.!?…。！？؟۔।:;]["'”’»)\]]*$/u.test(sentence)
  if (!ends && sentence.length < 60) return true
  // Scripts without capitals are excluded: there only foreign names would be counted.
  if (!SMALL_WORD.test(sentence) && !/\p{Lo}/u.test(sentence) && countCapitalWords(sentence) >= HEADING_WORDS)
    return true
  // Counting letters is slow, and a sentence with a word in lower case is hardly ever a heading.
  if (/\p{Ll}{3}/u.test(sentence)) return false
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  const capitals = sentence.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 0 && capitals / letters > 0.6
}

/**
 * A word in lower case that English headlines and the like would capitalise. A sentence has its verb among
 * them.
 */
const SMALL_WORD =
  /(?<!\p{L})(?!(?:and|the|for|but|nor|per|via|und|der|die|das|des|von|les|aux|los|las|del|por|con)(?!\p{L}))\p{Ll}{3}/u
const CAPITAL_WORD = /(?<!\p{L})\p{Lu}\p{L}{3}/gu
const countCapitalWords = (sentence: string): number => sentence.match(CAPITAL_WORD)?.length ?? 0

/** Fewer words with a capital may be a sentence with a short verb: "Tim Cook is in Oslo." */
const HEADING_WORDS = 6
