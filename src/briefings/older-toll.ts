import { numberWords } from '../analysis/numbers.ts'
import { readFigures } from '../analysis/figures/read-figures.ts'
import { readForAnalysis } from '../analysis/read-for-analysis.ts'
import { newestAt, reportedAt } from '../articles/reported-at.ts'
import { anyOf } from '../language/any-of.ts'
import { readText } from '../language/read-text.ts'
import { rememberReadings } from '../language/remember-readings.ts'
import type { PlacedArticle } from '../records/story.ts'

/** Outlets whose newer headlines tell how many died, from which one that tells nothing of it says how things stood. */
const TELL_IT = 2
/** Milliseconds: headlines that are older say nothing of how things stand. */
const STANDS_MS = 20 * 3_600_000

interface Toll {
  readonly killed: number
  /** "Dozens": the least that it stands for. */
  readonly isVague: boolean
  readonly source: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Reads how many died by the headlines of these reports, whose numbers may be words: "Four killed"; "dozens" are more than ten. `isOlder`: a sentence of one of them has fewer
 * than each newer headline that counts them. `isBefore`: a headline has nothing of what two outlets have told since ("rescue under way" before "four killed").
 */
export function createTollReader(reports: readonly PlacedArticle[]) {
  const newest = newestAt(reports)
  const tolls = reports.flatMap((article): readonly Toll[] => {
    const at = reportedAt(article)
    const told = at < newest - STANDS_MS ? null : tollIn(article.title, article.tags.language)
    return told === null ? [] : [{ ...told, source: article.sourceId, at }]
  })
  const since = (article: PlacedArticle): readonly Toll[] =>
    tolls.filter(({ at }) => at > reportedAt(article))
  return {
    isOlder: (sentence: string, article: PlacedArticle): boolean => {
      const newer = since(article)
      const told = newer.length === 0 ? null : tollIn(sentence, article.tags.language)
      return told !== null && !told.isVague && newer.every(({ killed }) => killed > told.killed)
    },
    isBefore: (headline: string, article: PlacedArticle): boolean => {
      const told = tollIn(headline, article.tags.language)
      const newer = since(article).filter(({ isVague }) => told?.isVague !== true || !isVague)
      if (new Set(newer.map(({ source }) => source)).size < TELL_IT) return false
      return told === null || told.isVague || newer.every(({ killed }) => killed > told.killed)
    },
  }
}

/** The highest number of dead that a sentence tells; null where it tells none, or in languages of which nobody wrote down how they do. */
const tollIn = rememberReadings((sentence, language): Pick<Toll, 'killed' | 'isVague'> | null => {
  const exact = killedIn(sentence, language)
  if (exact !== null) return { killed: exact, isVague: false }
  const counted = inDigits(sentence, language)
  const least = counted === sentence ? null : killedIn(counted, language)
  return least === null ? null : { killed: least, isVague: true }
})

function killedIn(sentence: string, language: string): number | null {
  const figures = readFigures(readForAnalysis(readText(sentence), language), [])
  const killed = figures.flatMap(({ what, value, low }) => (what === 'killed' ? [value ?? low ?? 0] : []))
  return killed.length === 0 ? null : Math.max(...killed)
}

/** Writes the least that words such as "dozens" stand for in their place. */
const inDigits = (sentence: string, language: string): string =>
  VAGUE.getOrInsertComputed(language, () =>
    Object.entries(numberWords.of(language)?.atLeast ?? {}).map(
      ([least, words]) => [least, new RegExp(`(?<!\\p{L})${anyOf(words)}`, 'giu')] as const,
    ),
  ).reduce((text, [least, form]) => text.replace(form, least), sentence)

const VAGUE = new Map<string, readonly (readonly [least: string, form: RegExp])[]>()
