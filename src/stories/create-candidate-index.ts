/**
 * Which stories share telling words with an article; stories are told by numbers. Pruned, so that a look-up costs the same in a window of a
 * thousand and of a million articles: only the heaviest words of an article are looked up, and a word remembers its newest stories
 * only. On the labelled sets twice as many of each find nothing more.
 */
export interface CandidateIndex {
  add(story: number, words: Iterable<number>): void
  /** By words, heaviest first. At most `CANDIDATES` stories, likeliest first. May hold stories that have ended since. */
  find(words: readonly number[], weights: readonly number[]): number[]
}

const LOOKED_UP_WORDS = 12
const STORIES_PER_WORD = 16
const CANDIDATES = 12
/** Of the weight of the words looked up: a story that shares less is not like the article. */
const LEAST_SHARE = 0.1
/** Of the weight that the likeliest story shares: the others are hardly like it. */
const NEAR_BEST = 0.4

export function createCandidateIndex(): CandidateIndex {
  const storiesByWord = new Map<number, number[]>()

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
      const shares = new Map<number, number>()
      let all = 0
      for (let i = 0; i < Math.min(words.length, LOOKED_UP_WORDS); i++) {
        const weight = weights[i] ?? 0
        all += weight
        for (const story of storiesByWord.get(words[i] ?? 0) ?? []) {
          shares.set(story, (shares.get(story) ?? 0) + weight)
        }
      }
      return likeliest(shares, all * LEAST_SHARE)
    },
  }
}

function likeliest(shares: ReadonlyMap<number, number>, least: number): number[] {
  let most = 0
  for (const share of shares.values()) if (share > most) most = share
  const enough = Math.max(least, most * NEAR_BEST)
  const likely: (readonly [story: number, share: number])[] = []
  for (const entry of shares) if (entry[1] >= enough) likely.push(entry)
  return likely
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([story]) => story)
}
