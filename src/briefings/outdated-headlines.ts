import type { PlacedArticle } from '../records/story.ts'
import { createLoneFigureCheck, createOutdatedStateCheck } from './last-reading.ts'
import { createTollChecks } from './older-toll.ts'
import { createExpectationCheck } from './past-expectation.ts'
import { createRetoldCheck } from './retold-headline.ts'

/**
 * Creates a check whether the headline of one of these reports is outdated: things no longer stand as it
 * says, it announces what is over by now, it lacks the toll that others have told since, nobody else has its
 * figures, or its own outlet has told it anew.
 */
export function createOutdatedCheck(reports: readonly PlacedArticle[]) {
  const checks = [
    createOutdatedStateCheck(reports),
    createExpectationCheck(reports),
    createLoneFigureCheck(reports),
    createTollChecks(reports).isOutdated,
    createRetoldCheck(reports),
  ]
  return (article: PlacedArticle): boolean => checks.some((isOutdated) => isOutdated(article.title, article))
}
