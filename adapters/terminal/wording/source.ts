import type { SourceHealth } from '../../../src/chat/message.ts'
import { words } from './phrase.ts'

/** How much a source gave, and when it last did, each as a text. */
export function tellHealth(source: SourceHealth, time: (at: number) => string) {
  const { articles, newestEntryAt, lastSuccessAt } = source
  return {
    articles: words('sources.articles', { count: articles }),
    newest: newestEntryAt === null ? null : words('sources.newest', { time: time(newestEntryAt) }),
    answered:
      lastSuccessAt === null
        ? words('sources.neverAnswered')
        : words('sources.answered', { time: time(lastSuccessAt) }),
  }
}
