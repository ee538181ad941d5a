import { wordLists } from '../language/parts.ts'
import { readTerms } from '../language/terms.ts'

/**
 * The share of news articles, 0 to 1, that may be expected to hold a word (told by its hash, see `Terms`) before any was read: that two articles both say
 * "killed" or "president" tells nothing. Estimates in two steps; what is read soon outweighs them. 0 for words not listed.
 */
export function commonness(hash: number): number {
  shares ??= readLists()
  return shares.get(hash) ?? 0
}

const EVERYWHERE = 0.06
const OFTEN = 0.02

let shares: Map<number, number> | null = null

function readLists(): Map<number, number> {
  const read = new Map<number, number>()
  for (const [list, share] of [
    ['often', OFTEN],
    ['everywhere', EVERYWHERE],
  ] as const)
    for (const language of wordLists.languages())
      for (const hash of readTerms((wordLists.of(language)?.[list] ?? []).join(' '), language).hashes)
        read.set(hash, share)
  return read
}
