import { cutWords } from '../language/cut-words.ts'
import { type CountedTerms, hashWord, readTerms, TermKind } from '../language/terms.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { soundKey } from './sound-key.ts'

/** The beginning of an article, and its terms. */
interface Opening {
  readonly headline: string
  readonly opening: string
  readonly title: CountedTerms
  readonly start: CountedTerms
}

/**
 * What an article shares with reports of its event in other languages: how its names sound, its numbers, and, where it was tagged, its
 * countries and people. By the hash of each, with its emphasis. The kinds do not meet: all but numbers have their own first character.
 */
export function bridgeKeys(
  article: ArticleToPlace,
  { title, start, headline, opening }: Opening,
): ReadonlyMap<number, number> {
  const keys = new Map<number, number>()
  const count = (key: number, emphasis: number): void => {
    if (keys.size < MOST_KEYS || keys.has(key)) keys.set(key, (keys.get(key) ?? 0) + emphasis)
  }
  const countNumbers = ({ hashes, kinds }: CountedTerms, most: number, emphasis: number): void => {
    for (let i = 0; i < Math.min(kinds.length, most); i++)
      if (((kinds[i] ?? 0) & TermKind.tellingNumber) !== 0) count(hashes[i] ?? 0, emphasis)
  }
  for (const person of article.people ?? []) count(hashWord(`@${person}`), TAG_EMPHASIS)
  for (const { code, score, focus } of article.countries ?? [])
    count(hashWord(`!${code}`), focus ? TAG_EMPHASIS : score)
  countNumbers(title, Infinity, NUMBER_EMPHASIS * 2)
  countNumbers(start, NUMBERS_READ, NUMBER_EMPHASIS)

  const { language } = article
  const sounding: Iterable<readonly [string, number]> = UNCASED.has(language)
    ? cutWords(`${article.title.slice(0, NAMES_READ)}\n${article.text.slice(0, NAMES_READ)}`, language).map(
        (word) => [word, UNCASED_EMPHASIS] as const,
      )
    : readNames(headline, opening, language)
  for (const [name, times] of sounding) {
    const bare = INFLECTING.has(language) ? (readTerms(name, language).words[0] ?? name) : name
    const key = soundKey(bare, language)
    if (key !== null) count(hashWord(`~${key}`), times)
  }
  return keys
}

const MOST_KEYS = 60
const TAG_EMPHASIS = 3
const NUMBER_EMPHASIS = 0.5
/** Most words of a script without capitals are no names: together they must not outweigh those that are. */
const UNCASED_EMPHASIS = 0.25
/** Words and UTF-16 units of the beginning: figures and names further down belong to the background. */
const NUMBERS_READ = 150
const NAMES_READ = 600

/** Scripts without capitals: any word may be a name. */
const UNCASED: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ku', 'hi'])
/** Case endings change how a name sounds here, and the stemmers of these languages cut them off. */
const INFLECTING: ReadonlySet<string> = new Set(['ru', 'uk', 'bg', 'sr', 'be', 'pl', 'fi', 'hu', 'lt'])

/**
 * Words that are written with a capital and never without, mostly names, and how often. Where a sentence begins the capital says nothing,
 * but a headline begins with who acts.
 */
export function readNames(title: string, text: string, language: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const part of [title, text])
    for (const { 0: word, index } of part.matchAll(WITH_CAPITAL))
      if (word.length > 1 && (part === title || !beginsSentence(part, index)))
        times.set(word, (times.get(word) ?? 0) + 1)

  for (const word of times.keys()) {
    const small = word.toLowerCase()
    const { kinds } = readTerms(word, language)
    const says = kinds.length > 0 && ((kinds[0] ?? 0) & TermKind.stop) === 0
    if (!says || small === word || holdsWord(title, small) || holdsWord(text, small)) times.delete(word)
  }
  return times
}

const WITH_CAPITAL = /(?<![\p{L}\p{M}])[\p{L}\p{M}]*?[\p{Lu}\p{Lt}][\p{L}\p{M}]*/gu
const LETTER = /[\p{L}\p{M}]/u
const SENTENCE_START = /[.!?…:;\n«"„“”]/u

/** By what stands between the word before and this one. */
function beginsSentence(text: string, at: number): boolean {
  let from = at
  while (from > 0 && !LETTER.test(text.charAt(from - 1))) from--
  return at === 0 || SENTENCE_START.test(text.slice(from, at))
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return true
  return false
}
