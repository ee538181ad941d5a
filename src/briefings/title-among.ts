import { reportedAt } from '../articles/reported-at.ts'
import { medoidTitle } from '../stories/medoid.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { byLanguage, currentAmong, originalsAmong, type DatedReport } from './choose-reports.ts'
import { printedHeadline } from './printed-headline.ts'

/** What a story's headline is chosen by. */
export interface Titled extends DatedReport {
  readonly title: string
}

/**
 * Returns the headline of a story for a reader of a language (BCP 47) where only titles are known: the title
 * that has most in common with the others, of equal ones the newest. Empty if there are no articles.
 */
export function titleAmong(articles: readonly Titled[], language: string): string {
  const [readable = []] = byLanguage(originalsAmong(articles), readsOf({ language }))
  const inOrder = currentAmong(readable).toSorted((one, other) => reportedAt(one) - reportedAt(other))
  const best = medoidTitle(inOrder.map(({ title, tags }) => ({ title, language: tags.language })))
  return printedHeadline(inOrder[best]?.title ?? '')
}
