import { wordEndings } from '../../language/parts.ts'
import { hasCase, hasMark, MARK, readText, type Reading } from '../../language/read-text.ts'
import { soundKey } from '../../language/sound-key.ts'
import type { Bridge } from '../../language/bridge/create-bridge.ts'
import { hashWord, readTerms } from '../../language/terms.ts'
import { LABEL } from '../names/label-chain.ts'

/** A line of documents/ntrex.jsonl: a text in several languages, and the names in it. */
export interface Document {
  readonly doc: string
  readonly langs: Readonly<Record<string, { readonly title: string | null; readonly text: string }>>
  readonly people: readonly Gold[]
  readonly organisations: readonly Gold[]
}
interface Gold {
  readonly name: string
  readonly forms: Readonly<Record<string, string | null>>
}

/** A text with the labels of its words. */
export interface Labelled {
  readonly words: Reading
  /** UTF-16 units. */
  readonly titleLength: number
  /** Bits of `LABEL` for each word: the labels that it may have. */
  readonly allowed: Uint8Array
  /**
   * For each word of a person's name the number of letters before it that are written together with it, such
   * as "and".
   */
  readonly heads: Uint8Array
  /** How many of the people named were found in the text. */
  readonly found: number
  readonly missing: readonly string[]
}

const ONLY = (label: number): number => 1 << label
const PERSON = ONLY(LABEL.personBegins) | ONLY(LABEL.personGoesOn)

/**
 * Labels a document in one of its languages; null if it lacks that. Names are searched in the spellings
 * given, people also by the first or last word of their names. In languages for which the documents give no
 * spellings of organisations, `bridge` finds these by the English words.
 */
export function labelDocument(document: Document, language: string, bridge?: Bridge): Labelled | null {
  const given = document.langs[language]
  if (given === undefined) return null
  const title = given.title ?? ''
  const words = readText(`${title}\n${given.text}`)
  const none = ONLY(LABEL.none)
  const allowed = new Uint8Array(words.folded.length).fill(none)
  const isFree = (at: number): boolean => allowed[at] === none
  const heads = new Uint8Array(words.folded.length)
  const missing: string[] = []
  let found = 0
  for (const { name, forms } of document.organisations) {
    const spelled = [
      forms[language],
      LATIN.has(language) || language === 'fa' ? name : null,
      forms['en'],
    ].filter((form) => typeof form === 'string')
    for (const form of new Set(spelled)) mark(form, LABEL.organisationBegins, LABEL.organisationGoesOn)
    if (!ORGANISATIONS_IN.has(language) && bridge !== undefined) markTranslated(name)
  }
  const parts: string[][] = []
  for (const { name, forms } of document.people) {
    const own = forms[language]
    if (own === null) continue
    const spelled = own ?? (language === 'uk' ? forms['ru'] : null) ?? name
    const latin = name
    const isFound = [...new Set([spelled, latin])]
      .map((form) => mark(form, LABEL.personBegins, LABEL.personGoesOn))
      .some((times) => times > 0)
    if (isFound) found++
    else missing.push(spelled)
    parts.push(readText(spelled).folded, readText(latin).folded)
  }
  for (const folded of parts) {
    const last = folded.at(-1) ?? ''
    const first = folded[0] ?? ''
    for (let at = 0; at < words.folded.length; at++) {
      if (!isFree(at)) continue
      if (isAlike(words, at, last, language) && last.length > 2) {
        allowed[at] = folded.length > 1 ? ONLY(LABEL.personBegins) : PERSON
        heads[at] = headOf(words, at, last)
      } else if (folded.length > 1 && isAlike(words, at, first, language) && first.length > 2)
        allowed[at] = PERSON | none
    }
  }
  return { words, titleLength: title.length, allowed, heads, found, missing }

  /** Labels an English name wherever the bridge leads words that stand close together to all of its words. */
  function markTranslated(name: string): void {
    const wanted = new Set(readTerms(name, 'en').words.map(hashWord))
    const content = new Set([...wanted].filter((hash) => !ENGLISH_SMALL.has(hash)))
    if (content.size === 0) return
    const stemsOfWords = words.folded.map((_, at) => {
      const stems = new Set<number>()
      const terms = readTerms(words.text.slice(words.start[at], words.end[at]), language)
      bridge?.lookUp(terms.words[0] ?? '', terms.hashes[0] ?? 0, (stem, weight) => {
        if (weight > 0.15 && content.has(stem)) stems.add(stem)
      })
      return stems
    })
    for (let at = 0; at < stemsOfWords.length; at++) {
      if ((stemsOfWords[at]?.size ?? 0) === 0 || !isFree(at)) continue
      const met = new Set<number>()
      let last = at
      for (
        let next = at;
        next < Math.min(stemsOfWords.length, at + content.size * 2 + 1) && isFree(next);
        next++
      ) {
        const before = met.size
        for (const stem of stemsOfWords[next] ?? []) met.add(stem)
        if (met.size > before) last = next
        if (met.size === content.size) break
      }
      if (
        met.size < content.size ||
        (content.size === 1 && hasCase(words.folded[at] ?? '') && !hasMark(words, at, MARK.capital))
      )
        continue
      for (let next = at; next <= last; next++)
        allowed[next] = ONLY(next === at ? LABEL.organisationBegins : LABEL.organisationGoesOn)
      at = last
    }
  }

  function mark(form: string, begins: number, goesOn: number): number {
    const wanted = readText(form).folded
    let times = 0
    for (let at = 0; at + wanted.length <= words.folded.length; at++) {
      if (!wanted.every((word, i) => isFree(at + i) && isAlike(words, at + i, word, language))) continue
      times++
      for (const [i, word] of wanted.entries()) {
        allowed[at + i] = ONLY(i === 0 ? begins : goesOn)
        heads[at + i] = headOf(words, at + i, word)
      }
    }
    return times
  }
}

const ORGANISATIONS_IN: ReadonlySet<string> = new Set(['en', 'ar', 'fa', 'ru'])
const LATIN: ReadonlySet<string> = new Set(['en', 'tr', 'fr', 'de', 'es', 'it', 'pt', 'pl'])
const INFLECTED: ReadonlySet<string> = new Set(['ru', 'uk', 'pl', 'tr'])
const HEADED: ReadonlySet<string> = new Set(['ar', 'he', 'fa'])

/** Whether a word of the text is a word of a name, apart from endings or prefixes of its language. */
function isAlike(words: Reading, at: number, wanted: string, language: string): boolean {
  const word = words.folded[at] ?? ''
  if (
    hasCase(word) &&
    !hasMark(words, at, MARK.capital) &&
    wanted.length > 0 &&
    language !== 'fa' &&
    !PARTICLE.test(word)
  )
    return false
  if (word === wanted) return true
  if (HEADED.has(language))
    return (wordEndings.of(language)?.heads ?? []).some(
      (head) => word === head + wanted || wanted === head + word,
    )
  if (language === 'uk' && word.charCodeAt(0) >= 0x400 && wanted.charCodeAt(0) >= 0x400) {
    if (sharesBeginning(inRussian(word), inRussian(wanted))) return true
    const [one, other] = [soundKey(word, 'uk'), soundKey(wanted, 'uk')]
    return one !== null && other !== null && (one === other || (other.length >= 4 && one.startsWith(other)))
  }
  return INFLECTED.has(language) && sharesBeginning(word, wanted)
}

const PARTICLE = /^.{1,4}$/u

function inRussian(word: string): string {
  return word
    .replaceAll('і', 'и')
    .replaceAll('ї', 'и')
    .replaceAll('є', 'е')
    .replaceAll('ґ', 'г')
    .replaceAll('э', 'е')
}

function sharesBeginning(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  if (Math.abs(one.length - other.length) > 3) return false
  const kept = shorter <= 3 ? shorter : Math.max(3, shorter - 2)
  return one.slice(0, kept) === other.slice(0, kept)
}

const ENGLISH_SMALL: ReadonlySet<number> = new Set(['of', 'the', 'and', 'for', 'in', 'on'].map(hashWord))

const headOf = (words: Reading, at: number, wanted: string): number => {
  const word = words.folded[at] ?? ''
  return word.endsWith(wanted) && !hasCase(word) ? word.length - wanted.length : 0
}

/**
 * The same text about other people: each word of a person's name is replaced, by the same one everywhere.
 * Null if nobody is named, or if the new text would be cut into another number of words.
 */
export function renamePeople(
  { words, titleLength, allowed, heads }: Labelled,
  pick: (kind: 'first' | 'family') => string,
): Labelled | null {
  const others = new Map<string, string>()
  const isPerson = (at: number): boolean => ((allowed[at] ?? 0) & ~PERSON) === 0
  let text = ''
  let copied = 0
  let title = titleLength
  const marks: number[] = []
  for (let at = 0; at < words.folded.length; at++) {
    if (!isPerson(at)) {
      marks.push(allowed[at] ?? 0)
      continue
    }
    const goesOn =
      isPerson(at + 1) &&
      at + 1 < words.folded.length &&
      (((allowed[at + 1] ?? 0) >> LABEL.personBegins) & 1) === 0
    const isFurther = allowed[at] === ONLY(LABEL.personGoesOn)
    const key = (words.folded[at] ?? '').slice(heads[at] ?? 0)
    const other = others.get(key) ?? pick(isFurther || !goesOn ? 'family' : 'first')
    others.set(key, other)
    const start = (words.start[at] ?? 0) + (heads[at] ?? 0)
    if (start < titleLength) title += other.length - ((words.end[at] ?? 0) - start)
    text += words.text.slice(copied, start) + other
    copied = words.end[at] ?? 0
    marks.push(allowed[at] ?? 0)
  }
  if (others.size === 0) return null
  text += words.text.slice(copied)
  const read = readText(text)
  if (read.folded.length !== marks.length) return null
  return {
    words: read,
    titleLength: title,
    allowed: Uint8Array.from(marks),
    heads: new Uint8Array(marks.length),
    found: 0,
    missing: [],
  }
}
