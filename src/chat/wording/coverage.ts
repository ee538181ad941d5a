import type { Briefing } from '../../records/briefing.ts'
import { joinNames } from '../../words/names.ts'
import { phrase, say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { inLine, type Line, own, quote, spans } from './span.ts'

/**
 * Most sources named one by one among those that failed for the same reason; the others are only counted. A
 * single one more is still named.
 */
const NAMED = 12

/**
 * Tells how complete a briefing is. First that only the strongest stories were looked at, where that is so.
 * Then that nothing is new, if nothing is and some source answered (quiet is not down), and how many sources
 * answered. Then which failed and why: sources that failed for the same reason share a line, and "sources
 * health" names all of them.
 */
export function tellCoverage(briefing: Briefing): readonly Line[] {
  const { coverage, leftOut, sections, language, lookedAt, keptOut } = briefing
  // A briefing about one story makes no promise about all the news.
  if (briefing.timeline !== undefined) return []
  const { answered, sources, failed } = coverage
  const byKind = Map.groupBy(failed, (failure) => failure.kind)
  return [
    ...(lookedAt === undefined ? [] : [[own(say('coverage.strongest', language, { count: lookedAt }))]]),
    [
      // A section without stories says so itself.
      ...(sections.length === 0 && (answered > 0 || sources === 0)
        ? [own(`${say('section.empty', language)} `)]
        : []),
      own(say('coverage.line', language, { answered, sources, leftOut })),
    ],
    ...(keptOut === undefined ? [] : tellKeptOut(keptOut, briefing)),
    ...[...byKind].map(([kind, failures]) => {
      const named = failures.length > NAMED + 1 ? failures.slice(0, NAMED) : failures
      const others = failures.length - named.length
      const names = [
        ...named.map(({ name }) => quote(name)),
        ...(others > 0 ? [own(say('coverage.others', language, { count: others }))] : []),
      ]
      return inLine(
        phrase<'coverage.failed', Line>('coverage.failed', language, {
          names: spans(joinNames(names, language)),
          reason: say(`failure.${kind}`, language),
        }),
      )
    }),
  ]
}

/**
 * Tells how many fitting stories were left out because they were told before, lie outside the time or are
 * muted.
 */
function tellKeptOut(
  { muted, told, toldAt, olderAt, laterAt }: NonNullable<Briefing['keptOut']>,
  { language, zone, to }: Pick<Briefing, 'language' | 'zone' | 'to'>,
): readonly Line[] {
  const { moment } = timesIn(zone, language)
  const time = toldAt === null ? '' : moment(toldAt, to)
  return [
    ...(told === 0 ? [] : [[own(say('coverage.told', language, { count: told, time }))]]),
    ...(olderAt === undefined ? [] : [[own(say('coverage.older', language, { time: moment(olderAt, to) }))]]),
    ...(laterAt === undefined ? [] : [[own(say('coverage.later', language, { time: moment(laterAt, to) }))]]),
    ...(muted === 0 ? [] : [[own(say('coverage.muted', language, { count: muted }))]]),
  ]
}
