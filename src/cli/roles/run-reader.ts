import { setTimeout as wait } from 'node:timers/promises'
import { createPageCheck } from '../../articles/check-pages.ts'
import { keepForEditor, withWaitingVersions } from '../../between-desks.ts'
import { createFeedReader } from '../../feeds/feed-reader.ts'
import { createPageReader } from '../../feeds/page-reader.ts'
import { createPoliteFetcher } from '../../feeds/polite-fetcher.ts'
import { withoutFuture } from '../../feeds/moved-clock.ts'
import { createReadingDesk } from '../../reading-desk.ts'
import { NEVER_READ } from '../../records/feed-state.ts'
import type { LeaderTerm } from '../../records/ports/shared-work.ts'
import { everyMinute, REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import { analyseBeside } from '../../analysis/open-analysis.ts'
import { createSectionReader } from '../../tagging/topics/section-topic.ts'
import { checkAndReport, readAndReport } from '../report-rounds.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/** Sources that one process reads concurrently. */
const READ_AT_ONCE = 8

/** Pause between searches for due sources, in milliseconds. */
const SCHEDULE_PAUSE_MS = 10_000

const REPORT_PAUSE_MS = 60_000

/**
 * Reads the sources it is handed, tags their articles and keeps them for the editor. One reader among all
 * finds the sources that are due.
 */
export function runReader(tools: RoleTools): RunningRole {
  const { settings, sources, store, shared, queue, log, monitoring, now } = tools
  const http = {
    userAgent: settings.userAgent,
    allowAddresses: settings.allowAddresses,
    now,
    rests: shared,
  }
  const fetcher = createPoliteFetcher(http)
  const feeds = createFeedReader(http, fetcher)
  const pages =
    settings.checkPages || settings.sources.some(({ fullText }) => fullText === true)
      ? createPageReader(http, fetcher)
      : null
  const tagging = analyseBeside({ names: settings.names, corrections: settings.corrections })
  const breaking = new AbortController()
  const known = { ...store, knownVersions: withWaitingVersions(store, shared) }
  const desk = createReadingDesk({
    signal: breaking.signal,
    sources,
    store: known,
    reader: monitoring.tracing?.each('source', feeds) ?? feeds,
    keeper: keepForEditor(shared, known, now),
    tagging,
    sectionOf: createSectionReader(settings.topics),
    ...(pages !== null && { readPage: (url: string) => pages.read(url) }),
    now,
  })
  queue.work('read', READ_AT_ONCE, async (sourceId) => {
    const states = await shared.feedStatesOf([sourceId])
    await desk.readSource(sourceId, states.get(sourceId))
  })
  const read = async () => {
    const round = desk.takeReport()
    monitoring.metrics?.haveRead(round)
    return round
  }
  const reporting = repeatedly(
    () => readAndReport({ read }, log, monitoring.round),
    REPORT_PAUSE_MS,
    REAL_CLOCK,
  )
  const check =
    settings.checkPages && pages !== null ? createPageCheck({ store, checkPage: pages.checkPage, now }) : null
  const checking = check && everyMinute(() => checkAndReport(check, log, monitoring.round), REAL_CLOCK)
  const scheduling = schedule(tools, breaking.signal)
  return {
    async stop() {
      breaking.abort()
      await Promise.all([feeds.close(), pages?.close()])
      await Promise.all([reporting.stop(), checking?.stop(), scheduling])
      await tagging.close()
    },
  }
}

/** Offers due sources while this process holds the role of scheduler. */
async function schedule(
  { sources, store, shared, queue, log, now }: RoleTools,
  signal: AbortSignal,
): Promise<void> {
  let term: LeaderTerm | null = null
  while (!signal.aborted) {
    try {
      if (term?.over() !== null) term = await shared.acquireRole('schedule')
      if (term !== null) {
        const states = await store.feedStates()
        const due = sources.filter(({ id }) => {
          const state = withoutFuture(states.get(id) ?? NEVER_READ, now())
          return !state.gone && state.nextReadAt <= now()
        })
        await queue.offer(
          'read',
          due.map(({ id, feed }) => ({ key: id, group: URL.parse(feed)?.host ?? id })),
        )
      }
    } catch (error) {
      log.warn({ err: error }, 'the sources that are due are not known; looking again')
    }
    await wait(SCHEDULE_PAUSE_MS, undefined, { signal }).catch(() => undefined)
  }
  await term?.release().catch(() => undefined)
}
