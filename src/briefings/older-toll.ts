import { readFigures } from '../analysis/figures/read-figures.ts'
import { readForAnalysis } from '../analysis/read-for-analysis.ts'
import { newestAt, reportedAt } from '../articles/reported-at.ts'
import { readText } from '../language/read-text.ts'
import type { PlacedArticle } from '../records/story.ts'

/** Outlets whose newer headlines tell how many died, from which one that tells nothing of it says how things stood. */
const TELL_IT = 2
/** Milliseconds: headlines that are older say nothing of how things stand. */
const STANDS_MS = 20 * 3_600_000

interface Toll {
  readonly killed: number
  readonly source: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Reads how many died by the headlines of these reports, whose numbers may be words: "Four killed". `isOlder`: a sentence of one of them has fewer than each
 * newer headline that counts them. `isBefore`: a headline has nothing of what two outlets have told since ("rescue under way" before "four killed").
 */
export function createTollReader(reports: readonly PlacedArticle[]) {
  const newest = newestAt(reports)
  const tolls = reports.flatMap((article): readonly Toll[] => {
    const at = reportedAt(article)
    const killed = at < newest - STANDS_MS ? null : killedIn(article.title, article.tags.language)
    return killed === null ? [] : [{ killed, source: article.sourceId, at }]
  })
  const since = (article: PlacedArticle): readonly Toll[] =>
    tolls.filter(({ at }) => at > reportedAt(article))
  return {
    isOlder: (sentence: string, article: PlacedArticle): boolean => {
      const newer = since(article)
      const killed = newer.length === 0 ? null : killedIn(sentence, article.tags.language)
      return killed !== null && newer.every((toll) => toll.killed > killed)
    },
    isBefore: (headline: string, article: PlacedArticle): boolean => {
      const newer = since(article)
      if (new Set(newer.map(({ source }) => source)).size < TELL_IT) return false
      const killed = killedIn(headline, article.tags.language)
      return killed === null || newer.every((toll) => toll.killed > killed)
    },
  }
}

/** The highest number of dead that a sentence tells; null where it tells none, or in languages of which nobody wrote down how they do. */
function killedIn(sentence: string, language: string): number | null {
  const figures = readFigures(readForAnalysis(readText(sentence), language), [])
  const killed = figures.flatMap(({ what, value, low }) => (what === 'killed' ? [value ?? low ?? 0] : []))
  return killed.length === 0 ? null : Math.max(...killed)
}
