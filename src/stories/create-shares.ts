interface Share {
  readonly story: number
  readonly share: number
}

/** What each story that one look-up meets shares with an article, summed over words. A small hash table, since a new Map for each look-up costs more. */
export interface Shares {
  /** Adds to the share of a story (a number above 0), unless it is a new one and only known ones are asked for; gives its share. */
  add(story: number, weight: number, knownOnly: boolean): number
  /** The stories that share so much or more. Forgets all of them. */
  take(enough: number): Share[]
}

/** `most`: so many different stories are met at most between two takings. */
export function createShares(most: number): Shares {
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
