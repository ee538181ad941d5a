import { baseForms, relativeForms } from '../../language/endings.ts'
import { fold } from '../../language/letters.ts'
import { cutWords } from '../../language/cut-words.ts'
import { stem } from '../../language/stem.ts'

/**
 * A word of what somebody said, or something written like one: an hour, an address, a channel, a quoted
 * phrase.
 */
export interface Word {
  readonly kind: 'word' | 'number' | 'quote' | 'channel' | 'address' | 'dash'
  /** As typed, without surrounding marks. */
  readonly typed: string
  /** Folded by `foldTerm`. For a number, its digits and what is attached to them: "8pm", "20h30". */
  readonly key: string
  /** UTF-16 offsets in the sentence. */
  readonly start: number
  readonly end: number
  /** In lower case, in a script that has capitals, so it may be any word. */
  readonly isSmall: boolean
  /** Everything written in one with it: "هسته‌ای", "ex-président". */
  readonly whole: string
  /** The Turkish ending after an apostrophe: "8'de". */
  readonly ending: string
  /** A comma or the end of a sentence follows. */
  readonly closes: boolean
}

/** Cuts cleaned text (`cleanText`) into words. */
export function cutSentence(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: piece, index, groups = {} } of text.matchAll(PIECE)) {
    const at = { start: index, end: index + piece.length, ending: '', isSmall: false, closes: false }
    const quote = groups['quote']
    if (quote !== undefined) {
      if (quote.trim() !== '')
        words.push({ ...at, kind: 'quote', typed: quote.trim(), whole: quote.trim(), key: keyOf(quote) })
    } else if (groups['channel'] !== undefined) {
      // "#masa'ya", "#masa’ya" (to #masa).
      const typed = piece.startsWith('<') ? piece : piece.replace(/['’]\p{L}*$/u, '')
      words.push({ ...at, kind: 'channel', typed, whole: piece, key: typed })
    } else if (groups['address'] !== undefined) {
      words.push({ ...at, kind: 'address', typed: piece, whole: piece, key: piece })
    } else if (groups['minus'] !== undefined) {
      words.push({ ...at, kind: 'dash', typed: piece, whole: piece, key: MINUS })
    } else if (groups['number'] !== undefined) pushNumber(piece, index, words)
    else if (groups['close'] !== undefined) {
      const last = words.at(-1)
      if (last !== undefined) words[words.length - 1] = { ...last, closes: true }
    } else pushWord(piece, index, words)
  }
  return words
}

/** The key of a dash that is attached to the next word: "-egypt" excludes it. */
export const MINUS = 'minus'

const LETTERS = String.raw`[\p{L}\p{M}\p{N}\u200c]`
const PIECE = new RegExp(
  [
    String.raw`"(?<quote>[^"]*)(?:"|$)`,
    String.raw`(?<channel><[#@][^\s<>]+>|#[^\s#,;]+)`,
    String.raw`(?<address>https?:\/\/\S+)`,
    String.raw`(?<number>\p{Nd}(?:${LETTERS}|[.:'’\-–/](?=${LETTERS}))*)`,
    // "و٧", "ب٧".
    String.raw`(?<prefix>(?<![\p{L}\p{N}])[وبل](?=\p{Nd}))`,
    String.raw`(?<word>\p{L}(?:${LETTERS}|['’\-‐/.&+](?=${LETTERS}))*)`,
    String.raw`(?<minus>(?<=^|\s)[-−–](?=[\p{L}"]))`,
    String.raw`(?<close>[,;،؛.!?؟。])`,
  ].join('|'),
  'gu',
)

/** Adds the words of a number: "8'de" is 8, "5-7" are two numbers, a date stays whole. */
function pushNumber(piece: string, index: number, words: Word[]): void {
  const isDate = /^\d{4}-\d{2}-\d{2}/u.test(piece)
  let at = index
  for (const part of isDate ? [piece] : piece.split(/([-–])/u)) {
    const start = at
    at += part.length
    if (part === '') continue
    const place = { start, end: at, isSmall: true, closes: false }
    if (/^[-–]$/u.test(part)) {
      words.push({ ...place, kind: 'dash', typed: part, whole: part, key: '-', ending: '' })
      continue
    }
    // "8'de", and "08:15te" without the apostrophe; "3d" is a length of time.
    const [, clock, locative] = /^(\p{Nd}{1,2}(?:[:.]\p{Nd}{2})?)([dt][ae])$/iu.exec(part) ?? []
    const [bare = part, ending = ''] =
      clock === undefined || locative === undefined ? part.split(/['’]/u) : [clock, locative]
    const kind = /^\p{Nd}/u.test(bare) ? 'number' : 'word'
    words.push({
      ...place,
      kind,
      typed: part,
      whole: part,
      key: fold(bare.toLowerCase()),
      ending: fold(ending.toLowerCase()),
    })
  }
}

/**
 * Adds the words of a piece. Hyphens, apostrophes and the Persian non-joiner separate words, as in the name
 * index; a single letter beside an apostrophe is no word.
 */
function pushWord(piece: string, index: number, words: Word[]): void {
  const parts = [...piece.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  // "l'accord", "d'enquête".
  const whole = piece.replace(/^\p{L}{1,2}['’](?=\p{L})/u, '')
  const [first] = parts
  for (const part of parts) {
    const [typed] = part
    const before = piece.slice(0, part.index).at(-1) ?? ''
    const behind = piece.slice(part.index + typed.length).at(0) ?? ''
    const isBroken = [before, behind].some((mark) => mark === "'" || mark === '’')
    if (isBroken && typed.length < 2 && parts.some(([part]) => part.length > 1)) continue
    const key = keyOf(typed)
    if (key === '') continue
    const isEnding =
      (before === "'" || before === '’') && (first?.[0].length ?? 0) > 2 && isTurkishEnding(key)
    const last = words.at(-1)
    if (isEnding && last !== undefined) {
      words[words.length - 1] = { ...last, ending: key }
      continue
    }
    const start = index + part.index
    const isSmall = typed === typed.toLowerCase() && typed !== typed.toUpperCase()
    words.push({
      kind: 'word',
      typed,
      whole,
      key,
      start,
      end: start + typed.length,
      isSmall,
      ending: '',
      closes: false,
    })
  }
}

const isTurkishEnding = (key: string): boolean => baseForms('tr', `ankara${key}`).includes('ankara')

const keyOf = (text: string): string => cutWords(text, 'und').map(fold).join(' ')

/**
 * Returns the words that a folded word may be a form of, itself first: without the endings and prefixes that
 * we know.
 */
export function formsOf(key: string, language: string): readonly string[] {
  if (key.length < SHORTEST_WITH_FORMS || !INFLECTED.has(language)) return [key]
  const own = toTagger(key)
  const bare = [
    ...baseForms(language, own),
    ...(language === 'fa' ? relativeForms(language, own) : []),
    // "إنذارا", "ملخصا": accusatives in Arabic.
    ...(language === 'ar' && own.length > SHORTEST_WITH_FORMS && own.endsWith('ا') ? [own.slice(0, -1)] : []),
  ]
  return [...new Set([key, ...bare.filter((form) => form.length >= SHORTEST_FORM).map(fromTagger)])]
}

/**
 * Returns the names in colloquial Persian spelling, which attaches "my" and the object marker to a name:
 * "ورزشو", "عراقمو".
 */
export const colloquialForms = (key: string, language: string): readonly string[] =>
  language === 'fa'
    ? COLLOQUIAL.flatMap((pattern) => pattern.exec(key)?.[1] ?? []).filter(
        (form) => form.length >= SHORTEST_FORM,
      )
    : []

const COLLOQUIAL = [/^(.+)و$/u, /^(.+)[متش]و$/u, /^(.+)(?:مون|تون|شون)و$/u]

const SHORTEST_WITH_FORMS = 4
const SHORTEST_FORM = 3
const INFLECTED: ReadonlySet<string> = new Set(['tr', 'ar', 'fa', 'ru'])

// The tagger's tables have Persian letters where search has Arabic ones.
const toTagger = (key: string): string => key.replaceAll('ك', 'ک').replaceAll('ي', 'ی')
const fromTagger = (form: string): string => form.replaceAll('ک', 'ك').replaceAll('ی', 'ي')

/** Returns the stem of a folded word; null where too little is left to tell it from others. */
export function stemOf(key: string, language: string): string | null {
  if (key.length < SHORTEST_WITH_STEM) return null
  const cut = fold(stem(key, language))
  return cut.length < SHORTEST_STEM ? null : cut
}

const SHORTEST_WITH_STEM = 5
const SHORTEST_STEM = 4
