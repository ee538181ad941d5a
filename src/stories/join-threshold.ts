/**
 * Average likeness of words, 0 to 1, from which two sides (an article and a story, or two stories) tell one event. Each side is told by its
 * fullness, 0 (a headline) to 1 (a full text), and its number of articles.
 */
export function joinThreshold(
  fullness: number,
  articles: number,
  otherFullness: number,
  otherArticles: number,
): number {
  const asked = Math.sqrt(forFullness(fullness) * forFullness(otherFullness))
  const brevity = Math.max(0, 1 - Math.min(fullness, otherFullness) / ENOUGH_TEXT)
  return asked * (1 + (FEWNESS * brevity) / Math.max(articles, otherArticles))
}

/** How much there is to compare in an article of so many different words. */
export function fullnessOf(words: number): number {
  return Math.min(1, Math.max(0, (words - HEADLINE_WORDS) / (FULL_WORDS - HEADLINE_WORDS)))
}

/**
 * For full texts and for bare headlines: two titles of one event share few words. Chosen on the three labelled sets
 * (test/stories/labelled-sets.test.ts); headlines also so that unrelated ones stay apart in a stream of thousands, where 0.05 would join one in
 * three of them to something.
 */
const JOIN_TEXTS = 0.203
const JOIN_HEADLINES = 0.09
/** Different words of a headline, and of a text whose threshold is the full one. */
const HEADLINE_WORDS = 10
const FULL_WORDS = 150
/** One shared word proves little between two headlines, much when a whole story turns on it: so many times more is asked of the first two. */
const FEWNESS = 3
/** Texts have so many words that this share of a full one needs no such caution. */
const ENOUGH_TEXT = 1 / 3

function forFullness(fullness: number): number {
  return JOIN_HEADLINES + (JOIN_TEXTS - JOIN_HEADLINES) * fullness
}

/** A story ends so long after its last article. */
export const LIFE_MS = 7 * 24 * 60 * 60 * 1000

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * How much of what a story shares with an article still counts when its last one came so long before, 0 to 1: all of it within a day, half as much with
 * each further day. Of 2,900 articles of real outlets that joined a story one in a hundred and fifty came more than two days after the one before, while a
 * quarter of the stories that shared words with an article were older. A time that is not known (an infinite gap) is near to any.
 */
export function freshness(gapMs: number): number {
  if (gapMs <= DAY_MS || gapMs === Infinity) return 1
  return gapMs > LIFE_MS ? 0 : 2 ** (1 - gapMs / DAY_MS)
}
