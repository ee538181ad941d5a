import type { CommandContext } from '../commands/command-context.ts'
import { type FailureLog, type FeedState, NEVER_READ } from '../records/feed-state.ts'
import type { SourceHealth } from '../records/message.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle } from '../records/story.ts'

/** A source, for whoever looks after it. Times are ms since 1970. */
export interface ReadSource extends Pick<FeedState, 'lastFailure' | 'nextReadAt' | 'shown'> {
  readonly source: Source
  readonly health: SourceHealth
  /** What it published last, newest first, in its own words. */
  readonly printed: readonly PlacedArticle[]
  /** How many of its reports came on each of the last days in the reader's zone, oldest first. */
  readonly days: readonly { readonly day: string; readonly count: number }[]
  readonly failures: FailureLog
}

/** As long as failures are remembered. */
const DAYS_SHOWN = 30
const MOST_PRINTED = 25

export async function readSource(
  id: string,
  newsroom: Pick<
    CommandContext,
    'archive' | 'settings' | 'sourceHealth' | 'articlesOf' | 'seenBetween' | 'now'
  >,
  { zone }: { readonly zone: string },
): Promise<ReadSource | null> {
  const source = newsroom.settings.sources.find((one) => one.id === id)
  const health = (await newsroom.sourceHealth()).find(({ sourceId }) => sourceId === id)
  if (source === undefined || health === undefined) return null
  const state = (await newsroom.archive.feedStates()).get(id) ?? NEVER_READ
  const today = Temporal.Instant.fromEpochMilliseconds(newsroom.now()).toZonedDateTimeISO(zone).toPlainDate()
  const days = Array.from({ length: DAYS_SHOWN + 1 }, (_, index) =>
    today.add({ days: index + 1 - DAYS_SHOWN }),
  )
  const counts = await newsroom.seenBetween(
    days.map((day) => day.toZonedDateTime(zone).epochMilliseconds),
    id,
  )
  const { lastFailure, nextReadAt, shown, failures } = state
  return {
    source,
    health,
    printed: await newsroom.articlesOf(id, MOST_PRINTED),
    days: counts.map((count, index) => ({ day: days[index]?.toString() ?? '', count })),
    lastFailure,
    nextReadAt,
    shown,
    failures,
  }
}
