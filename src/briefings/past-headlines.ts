import type { PlacedArticle } from '../records/story.ts'
import { createFigureReader, createStateReader } from './last-reading.ts'
import { createTollReader } from './older-toll.ts'
import { createExpectationReader } from './past-expectation.ts'
import { createRetellingReader } from './told-anew.ts'

/**
 * Creates a check whether the headline of one of these reports is outdated: things no longer stand as it
 * says, it announces what is over by now, it lacks the toll that others have told since, nobody else has its
 * figures, or its own outlet has told it anew.
 */
export function createPastReader(reports: readonly PlacedArticle[]) {
  const readers = [
    createStateReader(reports),
    createExpectationReader(reports),
    createFigureReader(reports),
    createTollReader(reports).isBefore,
    createRetellingReader(reports),
  ]
  return (article: PlacedArticle): boolean => readers.some((isPast) => isPast(article.title, article))
}
