import type { FailureKind } from '../../records/feed-state.ts'
import type { SourceHealth } from '../../records/message.ts'
import type { SourceFinding, HealthState } from '../../records/source.ts'
import type { PhraseKey } from '../../words/catalogues.ts'
import { joinNames, languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { writeDuration } from '../../words/write-numbers.ts'
import { dotted, type Line, type Look, own } from './span.ts'
import { labelOutlet } from './story.ts'

/** Counts the sources, in total and by state. */
export function countSources(
  sources: readonly SourceHealth[],
  language: string,
  lookOf: (state: HealthState) => Look | undefined = () => undefined,
): { readonly title: Line; readonly counts: readonly Line[] } {
  const counts = [...Map.groupBy(sources, ({ state }) => state)].map(([state, { length }]) => {
    const named = say(`state.${state}`, language)
    return [own(say('sources.count', language, { count: length, state: named }), lookOf(state))]
  })
  return { title: [own(say('sources.title', language, { count: sources.length }), 'title')], counts }
}

/** Lists the sources as a table: column titles, and a row of cells for each source. */
export function tabulateSources(
  sources: readonly SourceHealth[],
  time: (at: number) => string,
  language: string,
): {
  readonly titles: readonly Line[]
  readonly rows: readonly (readonly Line[])[]
} {
  return {
    titles: (['state', 'source', 'news', 'remark'] as const).map((name) => [
      own(say(`sources.column.${name}`, language), 'title'),
    ]),
    rows: sources.map((source) => [
      [own(say(`state.${source.state}`, language))],
      labelOutlet({ ...source, url: null }, language),
      dotted(
        Object.values(tellHealth(source, time, language))
          .filter((told) => told !== null)
          .map((told) => [own(told)]),
      ),
      [own(source.finding === null ? '' : tellFinding(source.finding, time, language))],
    ]),
  }
}

/** Sorts the sources that somebody should look at before the others. */
export function illFirst(sources: readonly SourceHealth[]): readonly SourceHealth[] {
  return sources.toSorted((one, other) => isIll(other) - isIll(one))
}

const isIll = ({ finding }: SourceHealth): number => Number(finding !== null)

/**
 * Tells, each as a text: the id of a source in commands, how much it gave, when it last did, whether a hub
 * delivers it, what of it was let go, and how often it failed recently. Null where there is nothing to tell.
 */
export function tellHealth(source: SourceHealth, time: (at: number) => string, language: string) {
  const { sourceId, articles, newestEntryAt, lastSuccessAt } = source
  const tellLetGo = (key: 'sources.letGoArticles' | 'sources.letGoVersions', count = 0): string | null =>
    count === 0 ? null : say(key, language, { count })
  return {
    id: say('sources.id', language, { id: sourceId }),
    articles: say('sources.articles', language, { count: articles }),
    newest: newestEntryAt === null ? null : say('sources.newest', language, { time: time(newestEntryAt) }),
    answered:
      lastSuccessAt === null
        ? say('sources.neverAnswered', language)
        : say('sources.answered', language, { time: time(lastSuccessAt) }),
    pushed: source.pushed ? say('sources.pushed', language) : null,
    letGoArticles: tellLetGo('sources.letGoArticles', source.letGo?.articles),
    letGoVersions: tellLetGo('sources.letGoVersions', source.letGo?.versions),
    failures: tellFailures(source, language),
  }
}

function tellFailures({ failures }: SourceHealth, language: string): string | null {
  if (failures.length === 0) return null
  const told = failures.map(({ kind, times }) =>
    say('sources.failure', language, { reason: say(`failure.${kind}`, language), times }),
  )
  return say('sources.failures', language, { list: joinNames(told, language).join('') })
}

/** Tells what is wrong with a source and what a person can do about it, in a language (BCP 47). */
export function tellFinding(finding: SourceFinding, time: (at: number) => string, language: string): string {
  switch (finding.kind) {
    case 'failing': {
      const reason = say(`failure.${finding.failure}`, language)
      const told = say('finding.failing', language, { reason, times: finding.times })
      return `${told} ${say(REMEDIES[finding.failure], language)}`
    }
    case 'gone':
    case 'empty':
    case 'undated':
      return say(`finding.${finding.kind}`, language)
    case 'kills':
      return say('finding.kills', language, { times: finding.times })
    case 'lost':
    case 'truncated':
      return say(`finding.${finding.kind}`, language, { count: finding.entries })
    case 'silent':
      return finding.rhythmMs === undefined
        ? say('finding.silent', language, { days: finding.days })
        : say('finding.silentRhythm', language, {
            days: finding.days,
            rhythm: writeDuration(finding.rhythmMs, language),
          })
    case 'language':
      return say('finding.language', language, {
        language: languageName(finding.writes, language),
        said: languageName(finding.said, language),
      })
    case 'moved':
      return say('finding.moved', language, { address: finding.to })
    case 'resting':
      return say('finding.resting', language, { time: time(finding.until) })
    default:
      return finding satisfies never
  }
}

const REMEDIES = {
  unreachable: 'remedy.wait',
  timeout: 'remedy.wait',
  'rate-limited': 'remedy.wait',
  'server-error': 'remedy.wait',
  'not-found': 'remedy.address',
  gone: 'remedy.address',
  'too-many-redirects': 'remedy.address',
  'not-a-feed': 'remedy.address',
  refused: 'remedy.access',
  'bot-protection': 'remedy.access',
  'forbidden-address': 'remedy.allow',
  'too-large': 'remedy.outlet',
  unparseable: 'remedy.outlet',
  'parser-killed': 'remedy.outlet',
} as const satisfies Readonly<Record<FailureKind, PhraseKey>>
