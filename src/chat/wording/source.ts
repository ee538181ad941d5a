import type { SourceHealth } from '../message.ts'
import { say } from '../../words/say.ts'

/** What a source is called in commands, how much it gave, and when it last did, each as a text. */
export function tellHealth(source: SourceHealth, time: (at: number) => string, language: string) {
  const { sourceId, articles, newestEntryAt, lastSuccessAt } = source
  return {
    id: say('sources.id', language, { id: sourceId }),
    articles: say('sources.articles', language, { count: articles }),
    newest: newestEntryAt === null ? null : say('sources.newest', language, { time: time(newestEntryAt) }),
    answered:
      lastSuccessAt === null
        ? say('sources.neverAnswered', language)
        : say('sources.answered', language, { time: time(lastSuccessAt) }),
  }
}
