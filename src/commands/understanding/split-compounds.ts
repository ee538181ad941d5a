import { askWords, wordEndings } from '../../language/parts.ts'
import { foldTerm, type NameIndex } from '../name-index.ts'
import type { Word } from './sentence.ts'

/** Cuts names off the words for news that German writes onto them: "Wirtschaftsnachrichten". */
export function splitCompounds(
  words: readonly Word[],
  language: string,
  { terms }: NameIndex,
): readonly Word[] {
  const joints = wordEndings.of(language)?.joints ?? []
  if (joints.length === 0) return words
  const nouns = nounsOf(language)
  return words.flatMap((word) => {
    if (word.kind !== 'word' || terms.has(word.key)) return [word]
    for (const noun of nouns) {
      if (!word.key.endsWith(noun) || word.key.length - noun.length < SHORTEST_NAME) continue
      const begun = word.key.slice(0, -noun.length)
      const name = [
        begun,
        ...joints.filter((joint) => begun.endsWith(joint)).map((joint) => begun.slice(0, -joint.length)),
      ].find((key) => terms.has(key))
      if (name === undefined) continue
      const cut = word.end - noun.length
      return [
        { ...word, key: name, typed: word.typed.slice(0, name.length), end: cut, closes: false },
        { ...word, key: noun, typed: word.typed.slice(-noun.length), start: cut },
      ]
    }
    return [word]
  })
}

const SHORTEST_NAME = 4

function nounsOf(language: string): readonly string[] {
  const nouns = askWords.of(language)?.nouns
  return [...new Set([...(nouns?.news ?? []), ...(nouns?.subscription ?? [])].map(foldTerm))].filter((noun) =>
    /^\p{L}{3,}$/u.test(noun),
  )
}
