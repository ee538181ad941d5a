/**
 * Which stories share telling words with an article. Pruned twice, so that a look-up costs the same in a window of a thousand and
 * of a million articles: only the heaviest words of an article are entered and looked up, and a word remembers its newest stories only.
 */
export interface CandidateIndex<Story> {
  /** `words` heaviest first. */
  add(story: Story, words: readonly number[]): void
  /** At most `CANDIDATES` stories, likeliest first. May hold stories that have ended since. */
  find(words: readonly number[], weights: readonly number[]): Story[]
}

const LOOKED_UP_WORDS = 24
const STORIES_PER_WORD = 48
const CANDIDATES = 24

export function createCandidateIndex<Story>(): CandidateIndex<Story> {
  const storiesByWord = new Map<number, Story[]>()

  return {
    add(story, words) {
      for (const word of words) {
        const stories = storiesByWord.get(word)
        if (stories === undefined) {
          storiesByWord.set(word, [story])
          continue
        }
        const present = stories.lastIndexOf(story)
        if (present >= 0 && present === stories.length - 1) continue
        if (present >= 0) stories.splice(present, 1)
        else if (stories.length >= STORIES_PER_WORD) stories.shift()
        stories.push(story)
      }
    },
    find(words, weights) {
      const scores = new Map<Story, number>()
      for (let i = 0; i < Math.min(words.length, LOOKED_UP_WORDS); i++) {
        const word = words[i]
        if (word === undefined) continue
        for (const story of storiesByWord.get(word) ?? []) {
          scores.set(story, (scores.get(story) ?? 0) + (weights[i] ?? 0))
        }
      }
      return [...scores]
        .sort((a, b) => b[1] - a[1])
        .slice(0, CANDIDATES)
        .map(([story]) => story)
    },
  }
}
