import type { SparseVector } from './sparse-vector.ts'

/**
 * Which stories share heavy terms with an article. Pruned twice, so that a look-up costs the same in a window of a thousand and
 * of a million articles: only the heaviest terms of an article are entered and looked up, and a term remembers its newest stories only.
 */
export interface CandidateIndex<Story> {
  add(story: Story, words: SparseVector, names: SparseVector): void
  /** At most `CANDIDATES` stories, likeliest first. May hold stories that have ended since. */
  find(words: SparseVector, names: SparseVector): Story[]
}

const ENTERED_TERMS = 40
const LOOKED_UP_TERMS = 24
const STORIES_PER_TERM = 48
const CANDIDATES = 32

export function createCandidateIndex<Story>(): CandidateIndex<Story> {
  const byWord = new Map<number, Story[]>()
  const byName = new Map<number, Story[]>()

  return {
    add(story, words, names) {
      enter(byWord, story, words)
      enter(byName, story, names)
    },
    find(words, names) {
      const scores = new Map<Story, number>()
      tally(byWord, words, scores)
      tally(byName, names, scores)
      return [...scores]
        .sort((a, b) => b[1] - a[1])
        .slice(0, CANDIDATES)
        .map(([story]) => story)
    },
  }
}

function enter<Story>(byTerm: Map<number, Story[]>, story: Story, { terms }: SparseVector): void {
  for (const term of terms.slice(0, ENTERED_TERMS)) {
    const stories = byTerm.get(term)
    if (stories === undefined) {
      byTerm.set(term, [story])
      continue
    }
    const present = stories.lastIndexOf(story)
    if (present === stories.length - 1) continue
    if (present >= 0) stories.splice(present, 1)
    else if (stories.length >= STORIES_PER_TERM) stories.shift()
    stories.push(story)
  }
}

function tally<Story>(
  byTerm: Map<number, Story[]>,
  { terms, weights }: SparseVector,
  scores: Map<Story, number>,
): void {
  for (let i = 0; i < Math.min(terms.length, LOOKED_UP_TERMS); i++) {
    const term = terms[i]
    if (term === undefined) continue
    for (const story of byTerm.get(term) ?? [])
      scores.set(story, (scores.get(story) ?? 0) + (weights[i] ?? 0))
  }
}
