import type { BriefingRequest } from '../records/subscription.ts'
import type { Expression } from '../records/expression.ts'
import type { StoryAbout } from '../records/ports/news-archive.ts'
import { parseExpression } from '../subscriptions/expression/parse-expression.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import { fitOf } from './misfit.ts'

/** What a story must be about to fit a request, as far as the store can look for it: a person's name it cannot. */
export function aboutOf(
  request: BriefingRequest,
  places: { readonly regions: readonly Region[]; readonly topics: readonly Topic[] },
): StoryAbout {
  const { countries, topics, sources, languages } = fitOf(request, places)
  const parsed = request.expression === undefined ? null : parseExpression(request.expression)
  return {
    ...(countries !== null && { countries: [...countries] }),
    ...(topics.length > 0 && { topics }),
    ...(sources.length > 0 && { sources }),
    ...(languages.length > 0 && { languages }),
    ...(parsed?.status === 'parsed' && isOneLevel(parsed.expression) && { expression: parsed.expression }),
  }
}

/** A NOT speaks of a whole story, and the store looks at articles: it misses none only where no NOT stands within another. */
function isOneLevel(expression: Expression, isRefused = false): boolean {
  switch (expression.kind) {
    case 'term':
      return true
    case 'not':
      return !isRefused && isOneLevel(expression.of, true)
    default:
      return expression.of.every((part) => isOneLevel(part, isRefused))
  }
}
