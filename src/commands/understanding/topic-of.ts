import { mostlyMeans } from '../../language/bridge/translate.ts'
import { fold } from '../../language/letters.ts'
import { stem } from '../../language/stem.ts'
import type { NameIndex, Term } from '../name-index.ts'
import { formsOf, type Word } from './sentence.ts'

/**
 * Returns the topic that a word stands for: by one of its names in any form, or by the English meaning of the
 * word, since topics have most names in English. Null for none.
 */
export function topicOf(word: Word, language: string, nameIndex: NameIndex): Term | null {
  if (word.kind !== 'word') return null
  for (const form of formsOf(word.key, language)) {
    const topic = nameIndex.terms.get(form)?.find(({ kind }) => kind === 'topic')
    if (topic !== undefined) return topic
  }
  // "Negociaciones" has the stem of "negocio" but is no form of it: what the stem leaves over is more than an
  // ending.
  if (language === 'en' || word.key.length - fold(stem(word.key, language)).length > LONGEST_ENDING)
    return null
  const known = topicsByStem(nameIndex)
  return (
    mostlyMeans(word.typed, language)
      .map((english) => known.get(english))
      .find((topic) => topic !== undefined) ?? null
  )
}

/** In letters: the length of the ending of "manifestations". */
const LONGEST_ENDING = 6

const byStem = new WeakMap<NameIndex, ReadonlyMap<string, Term>>()

/** Topics by the English stems of their one-word names. */
const topicsByStem = (nameIndex: NameIndex): ReadonlyMap<string, Term> =>
  byStem.getOrInsertComputed(nameIndex, ({ terms }) => {
    const named = [...terms].filter(([key]) => /^[a-z]{4,}$/u.test(key))
    return new Map(
      named.flatMap(([key, all]) =>
        all.filter(({ kind }) => kind === 'topic').map((term) => [fold(stem(key, 'en')), term] as const),
      ),
    )
  })
