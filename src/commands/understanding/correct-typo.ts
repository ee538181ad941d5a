import { isMet } from '../../language/bridge/translate.ts'
import { topicTerms, wordLists } from '../../language/parts.ts'
import { foldTerm, type NameIndex, type Term } from '../name-index.ts'
import { nearest } from '../reading/names.ts'
import { UNDERSTOOD } from './lexicon.ts'
import { stemOf, type Word } from './sentence.ts'

/**
 * Returns the country, region or topic that a misspelt word was probably meant to name; null where it may be
 * a word of its own.
 */
export function correctTypo(word: Word, language: string, nameIndex: NameIndex): Term | null {
  if (word.kind !== 'word' || word.key.length < shortest(word.key)) return null
  // "Egipt" is nearly a Spanish word, but not a word in an English sentence.
  if (isKnown(word, [...new Set([language, 'en'])])) return null
  const [key] = nearest(word.key, [...nameIndex.terms.keys()])
  const term = key === undefined ? undefined : nameIndex.terms.get(key)?.[0]
  return term !== undefined && CORRECTED_KINDS.has(term.kind) ? term : null
}

/** Arabic and Persian do not write short vowels, so their words are shorter and closer to one another. */
const shortest = (key: string): number => (/\p{Script=Arabic}/u.test(key) ? 6 : 4)

const CORRECTED_KINDS: ReadonlySet<string> = new Set(['country', 'region', 'topic'])

/** Returns whether a word as typed exists in any language that we understand. */
export const isKnownWord = (typed: string): boolean => isKnown({ typed, key: foldTerm(typed) })

/**
 * Returns whether a word exists in one of these languages (ISO 639-1); by default, in any that we understand.
 */
export function isKnown(
  { typed, key }: Pick<Word, 'typed' | 'key'>,
  languages: readonly string[] = UNDERSTOOD,
): boolean {
  return languages.some(
    (language) => isMet(typed, language) || lexiconOf(language).has(stemOf(key, language) ?? key),
  )
}

const lexicons = new Map<string, ReadonlySet<string>>()

/** Stems of the words that tell topics, and of words that occur in many reports. */
const lexiconOf = (language: string): ReadonlySet<string> =>
  lexicons.getOrInsertComputed(language, () => {
    const lists = wordLists.of(language)
    const topics = Object.values(topicTerms.of(language) ?? {}).flat()
    const all = [...topics, ...(lists?.everywhere ?? []), ...(lists?.often ?? []), ...(lists?.headline ?? [])]
    const words = all.flatMap((entry) => entry.replace(/[*=].*$/u, '').split(/\s+/u))
    return new Set(words.map((one) => stemOf(one, language) ?? one))
  })
