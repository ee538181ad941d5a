import type { SourceHealth } from '../../records/message.ts'
import { joinNames } from '../../words/join-names.ts'
import { say } from '../../words/say.ts'

/**
 * What a source is called in commands, how much it gave, when it last did, whether a hub brings it, what of it was let
 * go and how often it failed of late (null when not), each as a text.
 */
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
    pushed: source.pushed ? say('sources.pushed', language) : null,
    letGoArticles: tellLetGo('sources.letGoArticles', source.letGo?.articles, language),
    letGoVersions: tellLetGo('sources.letGoVersions', source.letGo?.versions, language),
    failures: tellFailures(source, language),
  }
}

function tellLetGo(
  key: 'sources.letGoArticles' | 'sources.letGoVersions',
  count: number | undefined,
  language: string,
): string | null {
  return count === undefined || count === 0 ? null : say(key, language, { count })
}

function tellFailures({ failures }: SourceHealth, language: string): string | null {
  if (failures.length === 0) return null
  const told = failures.map(({ kind, times }) =>
    say('sources.failure', language, { reason: say(`failure.${kind}`, language), times }),
  )
  return say('sources.failures', language, { list: joinNames(told, language).join('') })
}
