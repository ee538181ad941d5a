import { reportedAt } from '../articles/reported-at.ts'
import { medoidTitle } from '../stories/medoid.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { byLanguage, latest, ownAmong, type Placed } from './choose-reports.ts'

/** What of a report its story's headline is chosen by. */
export interface Titled extends Placed {
  readonly title: string
}

/** The headline of a story, to a reader of a language (BCP 47), where only titles are at hand: the one that has most in common with the others, the newest of equal ones. */
export function titleAmong(articles: readonly Titled[], language: string): string {
  const [readable = []] = byLanguage(ownAmong(articles), readsOf({ language }))
  const inOrder = latest(readable).toSorted((one, other) => reportedAt(one) - reportedAt(other))
  const best = medoidTitle(inOrder.map(({ title, tags }) => ({ title, language: tags.language })))
  return inOrder[best]?.title ?? ''
}
