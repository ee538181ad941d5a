import { parseExpression } from '../subscriptions/expression/parse-expression.ts'
import { NEWS_AGE_MS } from './is-news.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { Wish } from './wish-of.ts'

/**
 * Stories of a period (milliseconds since 1970) that say what the expression of a request asks; null without one. An expression that cannot be read
 * matches nothing.
 */
export async function storiesSaying(
  request: Pick<Wish, 'expression'>,
  period: { readonly from: number; readonly now: number },
  archive: Pick<NewsArchive, 'storiesSaying'>,
): Promise<ReadonlySet<string> | null> {
  if (request.expression === undefined) return null
  const parsed = parseExpression(request.expression)
  if (parsed.status === 'mistake') return new Set()
  // Articles are dated by their publication, a period by when we saw them.
  const window = { from: period.from - NEWS_AGE_MS, to: period.now }
  return archive.storiesSaying(parsed.expression, window)
}
