import { isOtherState, readStates } from '../../analysis/states/read-states.ts'
import { reportedAt } from '../../articles/reported-at.ts'
import type { Development } from '../../records/briefing.ts'
import type { PlacedArticle } from '../../records/story.ts'
import { LONGEST_WORDS, outletOf, type Update } from './update.ts'

/**
 * Returns states that the headline of a newer report tells, where headlines that the reader was told of tell
 * another state of the same thing.
 */
export function newStates(update: Update): readonly Development[] {
  const [known, fresh] = [update.known, update.fresh].map(statesIn)
  if (known === undefined || fresh === undefined) return []
  return fresh.flatMap(({ found, article }): Development[] => {
    const before = known.findLast(
      (one) => isOtherState(found, one.found) && reportedAt(one.article) < reportedAt(article),
    )
    const isPassed = [...known, ...fresh].some(
      (one) => isOtherState(found, one.found) && reportedAt(one.article) >= reportedAt(article),
    )
    const isKnown = known.some((one) => one.found.kind === found.kind && one.found.state === found.state)
    const outlet = outletOf(update, article)
    const { id: articleId, title: words, url } = article
    const isLong = words.length > LONGEST_WORDS
    if (before === undefined || isPassed || isKnown || isLong || outlet < 0) return []
    return [{ kind: 'state', before: before.found.state, now: found.state, words, articleId, outlet, url }]
  })
}

const statesIn = (articles: readonly PlacedArticle[]) =>
  articles
    .filter(({ copyOf }) => copyOf === null)
    .toSorted((one, other) => reportedAt(one) - reportedAt(other))
    .flatMap((article) =>
      readStates(article.title, article.tags.language).map((found) => ({ found, article })),
    )
