/**
 * Which stories share distinctive words with an article; stories are told by numbers from 1 and words by small numbers. Pruned, so that a look-up costs
 * the same in a window of a thousand and of a million articles: only the heaviest words of an article are looked up, and a word remembers its newest
 * stories only. On the labelled sets twice as many of each find nothing more.
 */
export interface CandidateIndex {
  add(story: number, words: Iterable<number>): void
  /** The story is found by this word no longer: it has ended, or forwards to another. */
  drop(story: number, word: number): void
  /** No story is found by this word any more: its number is free for another. */
  clear(word: number): void
  /** By words, heaviest first. What a story shares counts by its freshness, 0 (never found) to 1. */
  find(words: readonly number[], weights: readonly number[], freshness: (story: number) => number): Candidates
  /** The fresh ones of those that hold another language. */
  findForeign(
    words: readonly number[],
    weights: readonly number[],
    freshness: (story: number) => number,
    isForeign: (story: number) => boolean,
  ): readonly number[]
}

/** Stories that share distinctive words with an article, likeliest first. */
export interface Candidates {
  /** At most `CANDIDATES` that may tell of its event. */
  readonly fresh: readonly number[]
  /** As many that are too long ago for that, of whose running story it may be. */
  readonly aged: readonly number[]
}

const LOOKED_UP_WORDS = 24
const STORIES_PER_WORD = 8
const CANDIDATES = 8
/** Of the weight of the words looked up: a story that shares less is not like the article. A fifth is too much on the labelled sets. */
const LEAST_SHARE = 0.15
/** The same of a story that is not fresh, and has a likelier one beside it. */
const LEAST_AGED_SHARE = 0.1
/** Of the weight that the likeliest story shares: the others are hardly like it. */
const NEAR_BEST = 0.4
/**
 * Of the weight of the words looked up, across languages, where the tables know some of them alone. Of the same events of the stream 90 % are found with it, over four orders of arrival, 89 where all stories are
 * looked for together, and none that differ; 0.04 and 0.1 are alike. An event of the project's own sample that Arabic and English outlets tell shares less than 0.1.
 */
const LEAST_FOREIGN_SHARE = 0.07

export function createCandidateIndex(): CandidateIndex {
  /** A row of `STORIES_PER_WORD` for each word, newest first, then zeros. A row lies in one cache line: most look-ups miss the cache. */
  let rows = new Uint32Array(STORIES_PER_WORD << 10)
  const shares = createShares(LOOKED_UP_WORDS * STORIES_PER_WORD)

  const rowOf = (word: number): number => {
    const row = word * STORIES_PER_WORD
    if (row >= rows.length) {
      const larger = new Uint32Array(Math.max(rows.length, row) * 2)
      larger.set(rows)
      rows = larger
    }
    return row
  }

  /** The first place in a row that holds this story or nothing; the last one of a full row. */
  const placeOf = (story: number, row: number): number => {
    const last = row + STORIES_PER_WORD - 1
    let place = row
    while (place < last && rows[place] !== 0 && rows[place] !== story) place++
    return place
  }

  /** What shares enough, by the most that any shares. */
  const likeliest = (
    words: readonly number[],
    weights: readonly number[],
    freshness: (story: number) => number,
    enoughOf: (most: number) => number,
    isAsked?: (story: number) => boolean,
  ): readonly Share[] => {
    const lookedUp = Math.min(weights.length, LOOKED_UP_WORDS)
    let most = 0
    let left = weightOf(weights)
    for (let i = 0; i < lookedUp; i++) {
      const weight = weights[i] ?? 0
      // What shares none of the heavier words cannot come near enough any more. Most stories that share any word are spared so.
      const late = left < enoughOf(most)
      left -= weight
      const row = rowOf(words[i] ?? 0)
      for (let place = row; place < row + STORIES_PER_WORD; place++) {
        const story = rows[place] ?? 0
        if (story === 0) break
        if (isAsked?.(story) === false) continue
        most = Math.max(most, shares.add(story, weight, late))
      }
    }
    return shares
      .take(enoughOf(most))
      .map(({ story, share }) => ({ story, share: share * freshness(story) }))
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share)
  }

  return {
    add(story, words) {
      for (const word of words) {
        const row = rowOf(word)
        for (let place = placeOf(story, row); place > row; place--) rows[place] = rows[place - 1] ?? 0
        rows[row] = story
      }
    },
    drop(story, word) {
      const row = rowOf(word)
      const place = placeOf(story, row)
      if (rows[place] !== story) return
      rows.copyWithin(place, place + 1, row + STORIES_PER_WORD)
      rows[row + STORIES_PER_WORD - 1] = 0
    },
    clear(word) {
      const row = rowOf(word)
      rows.fill(0, row, row + STORIES_PER_WORD)
    },
    find(words, weights, freshness) {
      const all = weightOf(weights)
      const enoughOf = (most: number): number => Math.max(all * LEAST_SHARE, most * NEAR_BEST)
      return byFreshness(likeliest(words, weights, freshness, enoughOf), all)
    },
    findForeign(words, weights, freshness, isForeign) {
      const all = weightOf(weights)
      const enoughOf = (): number => all * LEAST_FOREIGN_SHARE
      return byFreshness(likeliest(words, weights, freshness, enoughOf, isForeign), all).fresh
    },
  }
}

/** Likeliest first; `all` is the weight of all that is looked up. */
function byFreshness(likely: readonly Share[], all: number): Candidates {
  const best = likely[0]?.share ?? 0
  const enough = Math.max(all * LEAST_AGED_SHARE, best * NEAR_BEST)
  const firstAged = likely.findIndex(({ share }, rank) => rank > 0 && share < enough)
  const end = firstAged < 0 ? likely.length : firstAged
  return { fresh: firstOf(likely.slice(0, end)), aged: firstOf(likely.slice(end)) }
}

/** Of the words that are looked up. */
function weightOf(weights: readonly number[]): number {
  let all = 0
  for (let i = 0; i < Math.min(weights.length, LOOKED_UP_WORDS); i++) all += weights[i] ?? 0
  return all
}

const firstOf = (shares: readonly Share[]): readonly number[] =>
  shares.slice(0, CANDIDATES).map(({ story }) => story)

interface Share {
  readonly story: number
  readonly share: number
}

/** What each story that one look-up meets shares with an article, summed over words. A small hash table, since a new Map for each look-up costs more. */
interface Shares {
  /** Adds to the share of a story (a number above 0), unless it is a new one and only known ones are asked for; gives its share. */
  add(story: number, weight: number, knownOnly: boolean): number
  /** The stories that share so much or more. Forgets all of them. */
  take(enough: number): Share[]
}

/** `most`: so many different stories are met at most between two takings. */
function createShares(most: number): Shares {
  const bits = Math.ceil(Math.log2(most * 2))
  const stories = new Uint32Array(1 << bits)
  const shares = new Float64Array(stories.length)
  const met: number[] = []

  return {
    add(story, weight, knownOnly) {
      let place = Math.imul(story, 0x9e3779b1) >>> (32 - bits)
      while (stories[place] !== 0 && stories[place] !== story) place = (place + 1) & (stories.length - 1)
      if (stories[place] === 0) {
        if (knownOnly) return 0
        stories[place] = story
        met.push(place)
      }
      const share = (shares[place] ?? 0) + weight
      shares[place] = share
      return share
    },
    take(enough) {
      const likely: Share[] = []
      for (const place of met) {
        const share = shares[place] ?? 0
        if (share >= enough) likely.push({ story: stories[place] ?? 0, share })
        stories[place] = 0
        shares[place] = 0
      }
      met.length = 0
      return likely
    },
  }
}
