/**
 * Finds the stories that share distinctive words with an article. Stories are numbers from 1, words are small
 * numbers. A look-up costs the same in a window of a thousand articles and of a million: only the heaviest
 * words of an article are looked up, and a word remembers only its newest stories. On the labelled sets twice
 * as many of each find nothing more.
 */
export interface CandidateIndex {
  add(story: number, words: Iterable<number>): void
  /** Removes a word of a story that has ended or was merged into another. */
  drop(story: number, word: number): void
  /** Removes a word from all stories, so that its number can be reused. */
  clear(word: number): void
  /**
   * Finds stories by words, heaviest first. The shared weight of a story is multiplied by its `freshness`, 0
   * (never found) to 1.
   */
  find(words: readonly number[], weights: readonly number[], freshness: (story: number) => number): Candidates
  /** Finds the fresh stories that contain another language. */
  findForeign(
    words: readonly number[],
    weights: readonly number[],
    freshness: (story: number) => number,
    isForeign: (story: number) => boolean,
  ): readonly number[]
}

/** Stories that share distinctive words with an article, the likeliest first. */
export interface Candidates {
  /** At most `CANDIDATES` stories that may tell of the same event. */
  readonly fresh: readonly number[]
  /** At most as many stories that are too old for that but may belong to the same running story. */
  readonly aged: readonly number[]
}

const LOOKED_UP_WORDS = 24
const STORIES_PER_WORD = 8
const CANDIDATES = 8
/**
 * A story that shares less of the weight of the words looked up is not like the article. A fifth is too much
 * on the labelled sets.
 */
const LEAST_SHARE = 0.15
/** The same bound after freshness is applied, for a story that is not the likeliest. */
const LEAST_AGED_SHARE = 0.1
/** Share of the likeliest story's weight below which other stories are hardly like the article. */
const LEAST_SHARE_OF_BEST = 0.4
/**
 * Least share of the weight of the words looked up across languages, where the tables know only some of the
 * words. With it, 90 % of the same events of the stream are found over four orders of arrival, against 89 %
 * if all stories are looked for together, and no different ones are joined. 0.04 and 0.1 give the same. An
 * event in the project's own sample that Arabic and English outlets report shares less than 0.1.
 */
const LEAST_FOREIGN_SHARE = 0.07

export function createCandidateIndex(): CandidateIndex {
  /**
   * A row of `STORIES_PER_WORD` stories per word, newest first, padded with zeros. A row fits one cache line,
   * since most look-ups miss the cache.
   */
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

  /** Returns the first place in a row with this story or nothing, or the last place of a full row. */
  const placeOf = (story: number, row: number): number => {
    const last = row + STORIES_PER_WORD - 1
    let place = row
    while (place < last && rows[place] !== 0 && rows[place] !== story) place++
    return place
  }

  /** Returns the stories whose shared weight reaches `enoughOf` the largest one. */
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
      // A story that shares none of the heavier words can no longer reach the bound. This skips most stories
      // that share any word.
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
      const enoughOf = (most: number): number => Math.max(all * LEAST_SHARE, most * LEAST_SHARE_OF_BEST)
      return byFreshness(likeliest(words, weights, freshness, enoughOf), all)
    },
    findForeign(words, weights, freshness, isForeign) {
      const all = weightOf(weights)
      const enoughOf = (): number => all * LEAST_FOREIGN_SHARE
      return byFreshness(likeliest(words, weights, freshness, enoughOf, isForeign), all).fresh
    },
  }
}

/**
 * Splits shares, sorted likeliest first, into fresh and aged stories. `all` is the weight of all words looked
 * up.
 */
function byFreshness(likely: readonly Share[], all: number): Candidates {
  const best = likely[0]?.share ?? 0
  const enough = Math.max(all * LEAST_AGED_SHARE, best * LEAST_SHARE_OF_BEST)
  const firstAged = likely.findIndex(({ share }, rank) => rank > 0 && share < enough)
  const end = firstAged < 0 ? likely.length : firstAged
  return { fresh: firstOf(likely.slice(0, end)), aged: firstOf(likely.slice(end)) }
}

/** Returns the total weight of the words that are looked up. */
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

/**
 * Sums up the shared weight of each story during one look-up. A small hash table, because a new Map per
 * look-up costs more.
 */
interface Shares {
  /**
   * Adds to the share of a story (a number above 0) and returns the sum. With `knownOnly`, a new story is
   * ignored and 0 is returned.
   */
  add(story: number, weight: number, knownOnly: boolean): number
  /** Returns the stories whose share is at least `enough`, and forgets all. */
  take(enough: number): Share[]
}

/** `most` is the largest number of different stories between two calls of `take`. */
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
