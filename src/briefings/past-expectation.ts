import { readComing, spanOf } from '../analysis/coming/read-coming.ts'
import { readTimes } from '../analysis/dates/read-times.ts'
import { readForAnalysis } from '../analysis/read-for-analysis.ts'
import { newestAt, reportedAt } from '../articles/reported-at.ts'
import { readText } from '../language/read-text.ts'
import type { PlacedArticle } from '../records/story.ts'

/**
 * Creates a check whether a sentence or headline of one of these reports announces something for a day that
 * is over: "results are expected on Wednesday", told on Thursday. `now`: when it is told, in milliseconds
 * since 1970, by default when the newest report came. Days are those of UTC, as in `readTimes`. False in
 * languages whose expressions of time are not known. Of 1,310 sentences told in eight days of two streams it
 * refuses two, both rightly.
 */
export function createExpectationCheck(reports: readonly PlacedArticle[], now: number = newestAt(reports)) {
  const today = dayOf(now)
  return (sentence: string, article: PlacedArticle): boolean => {
    const written = dayOf(reportedAt(article))
    // What a report of today announces cannot be over.
    if (Temporal.PlainDate.compare(written, today) >= 0) return false
    const read = readForAnalysis(readText(sentence), article.tags.language)
    const day = written.toString()
    const spans = readComing(read, readTimes(read, day), day).flatMap(({ value }) => {
      const span = value === null ? null : spanOf(value)
      return span === null ? [] : [span]
    })
    return spans.length > 0 && spans.every(({ last }) => Temporal.PlainDate.compare(last, today) < 0)
  }
}

const dayOf = (at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate()
