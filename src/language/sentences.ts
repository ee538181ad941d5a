import { anyOf } from './any-of.ts'
import { EVERY_LANGUAGE } from './languages.ts'
import { sentenceRules } from './parts.ts'

/** Position of a sentence: UTF-16 offsets, without surrounding white space. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
}

/**
 * Text beyond this many UTF-16 units is ignored: about 20,000 words, ten times a long news article. What a
 * feed sends above that is a book or an attack.
 */
const MAX_LENGTH = 120_000

/**
 * Splits a text into sentences, in order. `language` is ISO 639-1; anything else is read as English.
 * Unicode's rule (UAX 29, `Intl.Segmenter`) finds the candidates. This function corrects what the rule gets
 * wrong: abbreviations, initials, ordinals ("am 3. Mai"), a speaker after a quotation ("«Да!» — сказал он"),
 * a missing space ("over.Then").
 */
export function splitSentences(text: string, language: string): readonly SentenceSpan[] {
  const code = codeOf(language)
  const known = abbreviationsOf(code)
  const read = withCapitals(text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text)
  const spans: SentenceSpan[] = []
  let start = 0
  for (const end of [...boundaries(read, code, known), read.length]) {
    if (end < read.length && !isEnd(read, start, end, known)) continue
    const span = trim(read, start, end)
    if (span) spans.push(span)
    start = end
  }
  // In a text that was cut short the last span is half a sentence.
  return text.length > MAX_LENGTH ? spans.slice(0, -1) : spans
}

/**
 * Whether a sentence ends in an abbreviation, which usually means that it continues: "on Dec.". For
 * `language` see `splitSentences`.
 */
export function endsInAbbreviation(sentence: string, language: string): boolean {
  const known = abbreviationsOf(codeOf(language))
  const word = LAST_WORD.exec(sentence)?.[2]?.toLowerCase() ?? ''
  return known.leads.has(word) || known.trails.has(word) || known.beforeNumber.has(word)
}

const codeOf = (language: string): string => /^[a-z]{2,3}\b/iu.exec(language)?.[0].toLowerCase() ?? 'en'

/**
 * Adds capitals to texts without any (some old wires, some tokenisers), because UAX 29 never splits before a
 * small letter.
 */
function withCapitals(text: string): string {
  if (/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)) return text
  return text.replace(/(?=\p{Ll})(?<=[.?!]["'”’)]?\s{1,9}["'“‘(]?)\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase()
    return capital.length === letter.length ? capital : letter
  })
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(code: string): Intl.Segmenter {
  let found = segmenters.get(code)
  if (!found) segmenters.set(code, (found = new Intl.Segmenter(code, { granularity: 'sentence' })))
  return found
}

/** UAX 29 joins "He left. 12 people stayed", because a small letter follows the number. */
const NUMBER_NEXT = /(?=["“«„(]?\p{Nd})(?<=[\p{L}»”"’)]{2}\.["”’»)]?\s{1,9})/gu

/** A full stop and a capital without a space between: "was over.Then it". */
const LOST_SPACE = /(?<=\p{Ll}{3}[.!?…]["”’»)]?)(?=["“«]?\p{Lu}\p{Ll}*[\s,’'])/gu

/** French puts spaces around its marks: UAX 29 sees no end after the mark in "prêts. » Il a dit". */
const SPACED_MARK = /[.!?…]\s»\s/u
const BEHIND_SPACED_MARK = /(?<=[.!?…]\s»\s{1,3})(?=[«(]?\p{Lu})/gu

/** One test of the whole text saves one per sentence if it has none of these. */
const MAYBE_NUMBER_NEXT = /\.["”’»)]?\s{1,9}["“«„(]?\p{Nd}/u
const MAYBE_LOST_SPACE = /[.!?…](?<=\p{Ll}{3}.)["”’»)]?["“«]?\p{Lu}/u

/** Returns the offsets at which a sentence may end, without the end of the text. */
function boundaries(text: string, code: string, { ranTogether }: Abbreviations): number[] {
  const missed: RegExp[] = []
  if (MAYBE_LOST_SPACE.test(text)) missed.push(LOST_SPACE)
  if (MAYBE_NUMBER_NEXT.test(text)) missed.push(NUMBER_NEXT)
  if (ranTogether !== null && text.search(ranTogether) >= 0) missed.push(ranTogether)
  const found: number[] = []
  for (const { index, segment } of segmenterFor(code).segment(text)) {
    if (index > 0) found.push(index)
    if (missed.length === 0) continue
    const inside = missed
      .flatMap((place) => Array.from(segment.matchAll(place), (match) => index + match.index))
      .filter((at) => at > index)
    found.push(...inside.sort((a, b) => a - b))
  }
  if (!SPACED_MARK.test(text)) return found
  const behindMarks = Array.from(text.matchAll(BEHIND_SPACED_MARK), ({ index }) => index)
  return [...new Set([...found, ...behindMarks])].sort((a, b) => a - b)
}

/** Whether the sentence that began at `start` ends at `at`. */
function isEnd(text: string, start: number, at: number, known: Abbreviations): boolean {
  const before = text.slice(Math.max(start, at - 60), at)
  const after = text.slice(at, at + 60).trimStart()
  const left = before.trimEnd()
  if (!/[\p{L}\p{N}]/u.test(left)) return false
  const gap = before.slice(left.length)
  // "(أ.ف.ب)", "هـ.ش.": initials.
  if (gap === '' && INITIAL.test(left) && NEXT_INITIAL.test(after)) return false
  // A web address in Arabic letters: "العربية.نت".
  if (gap === '' && /^نت(?!\p{L})/u.test(after)) return false
  if (/[\n\r\u2028\u2029]/u.test(gap))
    return /\n\s*\n/u.test(gap) || !(/[\p{L},]$/u.test(left) && /^\p{Ll}/u.test(after))
  if (/^[^\p{L}\p{N}\s]+(?:\s|$)/u.test(after) && !/^[—–‒―-]\s|^["“«'‘(¿¡[]/u.test(after)) return false
  if (/^(?:[—–‒―-]\s*)?\p{Ll}(?!\p{Lu})/u.test(after)) return false
  if (/\p{L}[!?]$/u.test(left) && known.legalForm.test(after)) return false
  const [, stopped, word] = LAST_WORD.exec(left) ?? []
  if (stopped === undefined || word === undefined) return true
  // A quotation that closes after an abbreviation also closes its sentence.
  if (/["”»]$/u.test(left)) return !known.leads.has(word.toLowerCase())
  return isEndAfter(word, left.slice(0, -stopped.length), after, known)
}

const INITIAL = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{1,2}\.$/u
const NEXT_INITIAL = /^[\p{L}\p{M}]{1,2}(?![\p{L}\p{M}])/u

/** The last word with and without its full stop, searched from the end of the text. */
const LAST_WORD = /$(?<=(?<![\p{L}\p{N}])(([\p{L}\p{N}][\p{L}\p{N}.’'"-]{0,30})\.["”’»)]?))/u

/**
 * Whether a sentence ends after `word` and its full stop. `left` precedes the word, `after` follows the stop.
 */
function isEndAfter(word: string, left: string, after: string, known: Abbreviations): boolean {
  const lower = word.toLowerCase()
  const next = /^[\p{L}\p{M}'’]+/u.exec(after)?.[0]
  const opens = next === undefined || known.openers.has(next.toLowerCase()) || /^[A-Za-z]['’]/u.test(next)
  const startsWithNumber = /^\p{N}/u.test(after)
  if (/^\p{N}{1,3}$|^[IVX]{1,5}$/u.test(word) && !/[\p{L}\p{N}]/u.test(left)) return false
  if (startsWithNumber && known.beforeNumber.has(lower)) return false
  if (known.ordinals && /^(?:\p{N}{1,2}|[IVX]{1,5})$/u.test(word)) return opens
  // Russian and Ukrainian "в 2020 г." and "XIX в." may end a sentence, as may "и т. д."; "г. Москва" does
  // not.
  if (/^\p{Ll}$/u.test(lower) && word === lower && /(?:\p{N}|\b[IVX]+)\s?$/u.test(left))
    return !startsWithNumber
  if (/^[дпін]$/u.test(lower) && /\sт\.\s?$/u.test(left)) return !startsWithNumber
  if (known.leads.has(lower) || known.leads.has(lower.slice(lower.lastIndexOf('.') + 1)))
    return /^["“«]/u.test(after) && known.trails.has(lower)
  if (/^\p{L}$/u.test(word)) return opens && next !== undefined && !/^[А-ЯЁІЇЄҐ]$/u.test(word)
  if (known.trails.has(lower) || /^(?:\p{Lu}\.-?)+\p{Lu}$/u.test(word)) return opens && !startsWithNumber
  return true
}

/** White space and invisible marks of direction or width, which do not belong to a sentence. */
const EDGE = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

function trim(text: string, from: number, to: number): SentenceSpan | undefined {
  let start = from
  let end = to
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : undefined
}

/**
 * What a full stop after a word means in a language (see `sentenceRules`). A language without rules gets the
 * shared lists, which do no harm if their entries do not occur.
 */
interface Abbreviations {
  readonly leads: ReadonlySet<string>
  readonly trails: ReadonlySet<string>
  readonly beforeNumber: ReadonlySet<string>
  readonly openers: ReadonlySet<string>
  /** Whether "3." means "third", as in German and Turkish. */
  readonly ordinals: boolean
  readonly legalForm: RegExp
  /**
   * Finds where a heading or a caption ran into the text, or a full stop was lost: a word with a capital that
   * the language writes small within a sentence.
   */
  readonly ranTogether: RegExp | null
}

/**
 * Returns the lists for a language (ISO 639-1). An unknown one gets the shared lists and the English openers.
 */
function abbreviationsOf(language: string): Abbreviations {
  const shared = sentenceRules.of(EVERY_LANGUAGE)
  const ordinals = shared?.ordinals.includes(language) ?? false
  const own = sentenceRules.of(language)
  const name = own === null && !ordinals ? EVERY_LANGUAGE : language
  const both = (list: 'leads' | 'trails' | 'beforeNumber'): ReadonlySet<string> =>
    new Set([...(shared?.[list] ?? []), ...(own?.[list] ?? [])])
  let abbreviations = abbreviationsByLanguage.get(name)
  if (abbreviations === undefined) {
    abbreviations = {
      leads: both('leads'),
      trails: both('trails'),
      beforeNumber: both('beforeNumber'),
      openers: new Set(own?.openers ?? sentenceRules.of('en')?.openers),
      ordinals,
      legalForm: new RegExp(String.raw`^${anyOf(shared?.legalForms ?? [])}(?!\p{N})`, 'u'),
      ranTogether:
        own?.smallWithin === undefined
          ? null
          : new RegExp(
              String.raw`(?=\p{Lu})(?<= )(?=${anyOf(own.smallWithin)}\s\p{Ll})(?<=(?<!\p{L})\p{Ll}{3,30}[’”]? )`,
              'gu',
            ),
    }
    abbreviationsByLanguage.set(name, abbreviations)
  }
  return abbreviations
}

const abbreviationsByLanguage = new Map<string, Abbreviations>()
