import type { PlacedArticle } from '../records/story.ts'
import { createFigureReader, createStateReader } from './last-reading.ts'
import { createTollReader } from './older-toll.ts'
import { createExpectationReader } from './past-expectation.ts'
import { createRetellingReader } from './told-anew.ts'

/**
 * Reads whether the headline of one of these reports says how things do not stand any more, or what was to come before, or has figures that nobody else has, or that its
 * own outlet has told anew.
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
