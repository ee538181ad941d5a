import { numberWords } from '../analysis/numbers.ts'
import { readFigures } from '../analysis/figures/read-figures.ts'
import { readForAnalysis } from '../analysis/read-for-analysis.ts'
import { newestAt, reportedAt } from '../articles/reported-at.ts'
import { anyOf } from '../language/any-of.ts'
import { readText } from '../language/read-text.ts'
import { rememberReadings } from '../language/remember-readings.ts'
import type { PlacedArticle } from '../records/story.ts'

/**
 * If this many outlets, or its own, tell in newer headlines how many died, a headline without it or with
 * "dozens" says how things stood before.
 */
const LEAST_OUTLETS = 2
/** Milliseconds before the newest report: older headlines say nothing of how things stand. */
const STILL_CURRENT_MS = 20 * 3_600_000

interface Toll {
  readonly killed: number
  /** Told as "dozens" or the like; `killed` is then the least that it stands for. */
  readonly isVague: boolean
  readonly source: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Creates checks of tolls against those in the headlines of these reports, whose numbers may be words: "Four
 * killed"; "dozens" are more than ten. `isOlder`: a sentence of one of them has fewer dead than every newer
 * headline that counts them. `isOutdated`: newer headlines all count more dead than a headline, or it counts
 * none ("rescue under way" before "four killed").
 */
export function createTollChecks(reports: readonly PlacedArticle[]) {
  const newest = newestAt(reports)
  const tolls = reports.flatMap((article): readonly Toll[] => {
    const at = reportedAt(article)
    const toll = at < newest - STILL_CURRENT_MS ? null : tollIn(article.title, article.tags.language)
    return toll === null ? [] : [{ ...toll, source: article.sourceId, at }]
  })
  const since = (article: PlacedArticle): readonly Toll[] =>
    tolls.filter(({ at }) => at > reportedAt(article))
  return {
    isOlder: (sentence: string, article: PlacedArticle): boolean => {
      const newer = since(article)
      const toll = newer.length === 0 ? null : tollIn(sentence, article.tags.language)
      return toll !== null && !toll.isVague && newer.every(({ killed }) => killed > toll.killed)
    },
    isOutdated: (headline: string, article: PlacedArticle): boolean => {
      const toll = tollIn(headline, article.tags.language)
      const newer = since(article).filter(({ isVague }) => toll?.isVague !== true || !isVague)
      if (toll !== null && !toll.isVague)
        return newer.length > 0 && newer.every(({ killed }) => killed > toll.killed)
      const sources = new Set(newer.map(({ source }) => source))
      return sources.size >= LEAST_OUTLETS || sources.has(article.sourceId)
    },
  }
}

/** Whether a sentence tells fewer dead than the headline above it, both in one language (ISO 639-1). */
export function tellsFewerDead(sentence: string, headline: string, language: string): boolean {
  const above = tollIn(headline, language)
  const toll = above === null || above.isVague ? null : tollIn(sentence, language)
  return above !== null && toll !== null && toll.killed < above.killed
}

/**
 * Returns the highest number of dead that a sentence tells; null if it tells none, or in languages whose
 * words for it are not known.
 */
const tollIn = rememberReadings((sentence, language): Pick<Toll, 'killed' | 'isVague'> | null => {
  const exact = killedIn(sentence, language)
  if (exact !== null) return { killed: exact, isVague: false }
  const counted = withVagueNumbers(sentence, language)
  const least = counted === sentence ? null : killedIn(counted, language)
  return least === null ? null : { killed: least, isVague: true }
})

function killedIn(sentence: string, language: string): number | null {
  const figures = readFigures(readForAnalysis(readText(sentence), language), [])
  const killed = figures.flatMap(({ what, value, low }) => (what === 'killed' ? [value ?? low ?? 0] : []))
  return killed.length === 0 ? null : Math.max(...killed)
}

/** Replaces words such as "dozens" by the least number that they stand for. */
const withVagueNumbers = (sentence: string, language: string): string =>
  VAGUE_NUMBERS.getOrInsertComputed(language, () =>
    Object.entries(numberWords.of(language)?.atLeast ?? {}).map(
      ([least, words]) => [least, new RegExp(`(?<!\\p{L})${anyOf(words)}`, 'giu')] as const,
    ),
  ).reduce((text, [least, form]) => text.replace(form, least), sentence)

const VAGUE_NUMBERS = new Map<string, readonly (readonly [least: string, form: RegExp])[]>()
