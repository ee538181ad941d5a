/**
 * Versions kept of one article, beside those that somebody was told: the newest, which is shown, and the ones
 * before it, with which a story card compares it. A live ticker is edited some dozen times a day; a feed that
 * stamps each answer with the time edits all its articles at every poll, 288 times a day.
 */
export const MOST_VERSIONS = 20

/**
 * Bytes of titles, texts and addresses that one source may fill; with the search index the file takes about
 * twice as much. A wire of two thousand reports a day, 1.5 KB each, fills it in two years; a feed of two
 * thousand new entries at every poll, each of the maximum length, in a day.
 */
export const SOURCE_BYTES = 2_000_000_000

/**
 * How many of the articles let go because of that bound stay known by id: fifty times the longest feed, so
 * that entries it lists again are no news. 15 MB.
 */
export const SOURCE_REMEMBERED = 100_000

/**
 * Lines of a source that are counted until it is clear which are page furniture. An article adds nine at
 * most, so this covers the last fifty articles, or the last hundreds if they are teasers. 120 KB.
 */
export const SOURCE_LINES = 500

/**
 * Findings kept of one article, the first ones. A report of ten pages that quotes in every sentence has about
 * seventy. At half a kilobyte each they fill less than the article.
 */
export const ARTICLE_FINDINGS = 100
