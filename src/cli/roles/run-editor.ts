import { setTimeout as wait } from 'node:timers/promises'
import { placeWaiting } from '../../between-desks.ts'
import { createEditor } from '../../editor.ts'
import type { LeaderTerm } from '../../records/ports/shared-work.ts'
import { REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import { createSettlingGrouper } from '../../stories/create-settling-grouper.ts'
import { tidyStore } from '../../storage/tidy-store.ts'
import { tidyAndReport } from '../report-rounds.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/**
 * How often a standby asks for the role of editor, in milliseconds. After a crash the server frees it
 * within ten seconds.
 */
const STAND_BY_MS = 1_000

/** Longest pause before looking for articles nobody signalled, in milliseconds. */
const POLL_MS = 1_000

/**
 * How often a standby loads what the editor has placed, in milliseconds, so that little is left when it takes
 * over.
 */
const FOLLOW_MS = 30_000

const DAY_MS = 24 * 3_600_000

/**
 * Places the articles from readers while it holds the role of editor. Otherwise stands by and loads what
 * the editor places, so that it can take over within seconds.
 */
export function runEditor(tools: RoleTools): RunningRole {
  const { shared, log } = tools
  const stopping = new AbortController()
  let woken = Promise.withResolvers<void>()
  shared.onWake('unplaced', () => {
    woken.resolve()
    woken = Promise.withResolvers()
  })

  const pause = (ms: number): Promise<void> =>
    wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  const { settings, store, monitoring, now } = tools
  const newEditor = () => createEditor({ store, grouper: createSettlingGrouper(), now })

  async function run(): Promise<void> {
    let editor = newEditor()
    let following: Promise<void> | null = null
    let followedAt = Number.NEGATIVE_INFINITY
    const beginAnew = (): void => {
      editor = newEditor()
      followedAt = Number.NEGATIVE_INFINITY
    }
    const follow = async (): Promise<void> => {
      const [since, isFirst] = [performance.now(), followedAt === Number.NEGATIVE_INFINITY]
      try {
        editor.forget()
        const articles = await editor.resume()
        // Before this is logged, taking over takes as long as starting.
        if (isFirst)
          log.info(
            { articles, tookMs: Math.round(performance.now() - since) },
            'this process stands by as editor',
          )
      } catch (error) {
        log.warn({ err: error }, 'what the editor has placed cannot be read; trying again')
      }
      followedAt = performance.now()
      following = null
    }
    while (!stopping.signal.aborted) {
      try {
        const term = await shared.acquireRole('editor')
        if (term !== null) {
          const since = performance.now()
          await following
          await serve(term, editor, since)
          // Articles it placed but did not keep may be in other stories by now.
          beginAnew()
        }
      } catch (error) {
        log.warn({ err: error }, 'the office of editor cannot be asked for; trying again')
        beginAnew()
      }
      if (performance.now() - followedAt > FOLLOW_MS) following ??= follow()
      await pause(STAND_BY_MS)
    }
    await following
  }

  async function serve(term: LeaderTerm, editor: ReturnType<typeof newEditor>, since: number): Promise<void> {
    const articles = await editor.resume()
    log.info(
      { term: term.number, articles, tookMs: Math.round(performance.now() - since) },
      'this process is the editor',
    )
    const tidying = repeatedly(
      () =>
        tidyAndReport(
          { tidy: (options) => tidyStore(store, now(), options) },
          log,
          { keepDays: settings.keepDays, stopped: () => stopping.signal.aborted || term.over() !== null },
          monitoring.round,
        ),
      DAY_MS,
      REAL_CLOCK,
    )
    const place = async (): Promise<number> => {
      try {
        return await monitoring.round('place', () => placeWaiting(editor, shared, term))
      } catch (error) {
        log.error({ err: error }, 'placing failed; what was not placed waits')
        return 0
      }
    }
    while (!stopping.signal.aborted && term.over() === null) {
      editor.forget()
      const { promise } = woken
      if ((await place()) === 0) await Promise.race([promise, pause(POLL_MS)])
    }
    await tidying.stop()
    const reason = term.over()
    if (reason === null) await term.release()
    else log.warn({ err: reason, term: term.number }, 'this process is the editor no more')
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
