import { cutWords } from '../language/cut-words.ts'
import { hashWord, readTerms, TermKind } from '../language/terms.ts'
import type { Terms } from '../language/terms.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { soundKey } from './sound-key.ts'

/**
 * What an article shares with reports of its event in other languages: how its names sound, its numbers, and, where it was tagged, its
 * countries and people. By the hash of each, with its emphasis. The kinds do not meet: all but numbers have their own first character.
 */
export function bridgeKeys(
  article: ArticleToPlace,
  title: Terms,
  start: Terms,
  names: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const keys = new Map<number, number>()
  const count = (key: number, emphasis: number): void => {
    if (keys.size < MOST_KEYS || keys.has(key)) keys.set(key, (keys.get(key) ?? 0) + emphasis)
  }
  const countNumbers = ({ hashes, kinds }: Terms, most: number, emphasis: number): void => {
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
    : names
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
