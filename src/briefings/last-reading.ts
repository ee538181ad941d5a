import { isOtherState, readStates } from '../analysis/states/read-states.ts'
import { newestAt, reportedAt } from '../articles/reported-at.ts'
import { rememberReadings } from '../language/remember-readings.ts'
import { contentWords, readTerms } from '../language/terms.ts'
import type { PlacedArticle } from '../records/story.ts'
import { speaksForItself } from '../summaries/first-person.ts'
import { createTollChecks } from './older-toll.ts'
import { createExpectationCheck } from './past-expectation.ts'

/**
 * Why something that had been chosen was not told.
 *
 * - Stories: all was told there before (`nothing-new`), another story beside it tells it (`told-beside`), or
 * it has only comments, explainers or deals (`no-report`).
 * - Headlines: no sentence tells what it says (`headline-untold`).
 * - Sections: the headlined report names other countries (`wrong-section`).
 * - Sentences: nobody knows who says "we" (`unknown-speaker`), newer reports have a higher figure
 * (`older-figure`) or tell another state (`older-state`), or it announces something for a day that is over
 * (`past-expectation`).
 */
export type Refusal =
  | 'nothing-new'
  | 'told-beside'
  | 'no-report'
  | 'headline-untold'
  | 'wrong-section'
  | 'unknown-speaker'
  | 'older-figure'
  | 'older-state'
  | 'past-expectation'

/**
 * Creates a check of sentences from these reports, as an editor does it last: it returns why a sentence is
 * refused, or null. `now` as for `createExpectationCheck`.
 */
export function createSentenceCheck(reports: readonly PlacedArticle[], now?: number) {
  const figures = figuresByWord(reports)
  const isOutdated = createOutdatedStateCheck(reports)
  const isOver = createExpectationCheck(reports, now)
  const tolls = createTollChecks(reports)
  const read = (sentence: string, article: PlacedArticle): Refusal | null => {
    const { language } = article.tags
    if (speaksForItself(sentence, language)) return 'unknown-speaker'
    const isOldFigure = figuresIn(sentence, language).some(([word, figure]) => {
      const newer = figures.get(word)?.filter(({ at }) => at > reportedAt(article)) ?? []
      // Outlets may differ: it is old only if nobody says it any more.
      return newer.length > 0 && newer.every((one) => one.figure > figure)
    })
    if (isOldFigure || tolls.isOlder(sentence, article)) return 'older-figure'
    if (isOutdated(sentence, article)) return 'older-state'
    return isOver(sentence, article) ? 'past-expectation' : null
  }
  // The same sentences are checked again for each headline that is tried.
  const known = new Map<PlacedArticle, Map<string, Refusal | null>>()
  return (sentence: string, article: PlacedArticle): Refusal | null =>
    known
      .getOrInsertComputed(article, () => new Map())
      .getOrInsertComputed(sentence, () => read(sentence, article))
}

/**
 * Creates a check whether a sentence or headline of one of these reports tells a state, and the newest
 * headline about it another one.
 */
export function createOutdatedStateCheck(reports: readonly PlacedArticle[]) {
  const states = reports.flatMap((article) =>
    statesIn(article.title, article.tags.language).map((found) => ({ found, at: reportedAt(article) })),
  )
  return (sentence: string, article: PlacedArticle): boolean => {
    if (states.length === 0) return false
    const at = reportedAt(article)
    return statesIn(sentence, article.tags.language).some((found) => {
      const newer = states.filter((one) => one.at > at && one.found.kind === found.kind)
      // Outlets may differ: the last word counts.
      const last = Math.max(...newer.map((one) => one.at))
      const standing = newer.filter((one) => one.at === last)
      return standing.length > 0 && standing.every((one) => isOtherState(one.found, found))
    })
  }
}

const statesIn = rememberReadings(readStates)

/**
 * Creates a check whether a headline of one of these reports has a figure that its outlet alone tells, while
 * three outlets have another, one of them no earlier: "113 injured" among seven of 115.
 */
export function createLoneFigureCheck(reports: readonly PlacedArticle[]) {
  const figures = figuresByWord(reports, ({ title, text }) => [title, text.slice(0, OPENING_LENGTH)])
  return (headline: string, article: PlacedArticle): boolean =>
    figuresIn(headline, article.tags.language).some(([word, figure]) => {
      const all = figures.get(word) ?? []
      const isAlone = all.every((one) => one.figure !== figure || one.source === article.sourceId)
      const agreed = Map.groupBy(all, (one) => one.figure)
      return (
        isAlone &&
        agreed
          .values()
          .some(
            (one) =>
              new Set(one.map(({ source }) => source)).size >= LEAST_AGREEING_OUTLETS &&
              newestOf(one) >= reportedAt(article),
          )
      )
    })
}

const newestOf = (figures: readonly Figure[]): number => Math.max(...figures.map(({ at }) => at))

const LEAST_AGREEING_OUTLETS = 3
/** UTF-16 units. */
const OPENING_LENGTH = 300

interface Figure {
  readonly figure: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly source: string
}

/**
 * Returns the figures of reports by the words beside each number. `textsOf`: what is read of a report, by
 * default its headline. Older reports (`STILL_CURRENT_MS`) are left out.
 */
function figuresByWord(
  reports: readonly PlacedArticle[],
  textsOf: (article: PlacedArticle) => readonly string[] = ({ title }) => [title],
): ReadonlyMap<string, readonly Figure[]> {
  const figures = new Map<string, Figure[]>()
  const newest = newestAt(reports)
  for (const article of reports) {
    const at = reportedAt(article)
    if (at < newest - STILL_CURRENT_MS) continue
    for (const text of textsOf(article))
      for (const [word, figure] of figuresIn(text, article.tags.language))
        figures.getOrInsertComputed(word, () => []).push({ figure, at, source: article.sourceId })
  }
  return figures
}

/** Milliseconds before the newest report: what is older says nothing of how things stand. */
const STILL_CURRENT_MS = 20 * 3_600_000

/**
 * Returns numbers, each with the content words beside it: "kills 23 people" counts what was killed, and
 * people. Years, percentages and amounts of money are left out: they count nothing that grows.
 */
const figuresIn = rememberReadings((text, language) =>
  [...text.matchAll(NUMBER)].flatMap(({ index, 0: written }) => {
    const figure = Number(written.replaceAll(',', ''))
    const beside = [
      contentBeside(text.slice(Math.max(0, index - BESIDE_LENGTH), index), language).at(-1),
      // "16 people injured"
      ...contentBeside(
        text.slice(index + written.length, index + written.length + BESIDE_LENGTH),
        language,
      ).slice(0, 2),
    ]
    return beside.flatMap((word) => (word === undefined ? [] : [[word, figure] as const]))
  }),
)

const NUMBER =
  /(?<![\p{L}\p{N}$€£₹.,:-])(?!(?:19|20)\d\d(?!\d))\d{1,3}(?:,\d{3})*(?![\p{L}\p{N}%:-]|[.,]\d)/gu
/** UTF-16 units. */
const BESIDE_LENGTH = 24

const contentBeside = (text: string, language: string): readonly string[] => {
  const terms = readTerms(text, language)
  const content = contentWords(terms)
  return terms.words.filter((word) => content.has(word) && /^\p{L}/u.test(word))
}
