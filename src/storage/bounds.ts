/**
 * Versions of an article that stay beside those that somebody was told: the newest, which is shown, and the ones
 * before it, which a story card compares it with. A live ticker is edited some dozen times a day; a feed that stamps
 * each answer with the time edits all its articles at every poll, 288 times a day.
 */
export const MOST_VERSIONS = 20

/**
 * What one source may fill, in bytes of its titles, texts and addresses; the file takes about twice as much with the
 * search index. A wire of two thousand reports a day, 1.5 KB each, fills it in two years; a feed of two thousand new
 * entries at every poll, as long as one may be, in a day.
 */
export const SOURCE_BYTES = 2_000_000_000

/**
 * How many of the articles that were let go for that are still known by their ids: fifty times the longest feed, so
 * that what it lists again is no news. 15 MB.
 */
export const SOURCE_REMEMBERED = 100_000

/**
 * Lines of a source that are counted until it is known which are page furniture: nine of an article at most, so of the last fifty articles, or of the last
 * hundreds where there are teasers only. 120 KB.
 */
export const SOURCE_LINES = 500

/**
 * Findings of one article that are kept, the first ones: a report of ten pages that quotes in every sentence has some seventy. Half a kilobyte each, so
 * that they fill less than the article does.
 */
export const ARTICLE_FINDINGS = 100
