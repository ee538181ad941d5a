import { openWorkQueue } from '../../queue/open-work-queue.ts'
import { REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import type { Settings } from '../../settings/settings.ts'
import { watchSources } from '../../settings/watch-sources.ts'
import { knowNames } from '../../storage/know-names.ts'
import { storeOf } from '../../storage/open-store.ts'
import { createSubjectNames } from '../../tagging/names/subject-names.ts'
import { analyseBeside } from '../../analysis/open-analysis.ts'
import { type CliContext, EXIT, Exit } from '../cli-context.ts'
import { endsWithin, FAREWELL_MS, LAST_ROUNDS_MS } from '../ends-within.ts'
import { openLog } from '../open-log.ts'
import { openMonitoring } from '../open-monitoring.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'
import type { Role } from './roles.ts'

const WATCH_PAUSE_MS = 1_000
const SOURCES_PAUSE_MS = 60_000

/**
 * `dragoman start --role …`: runs some of the bot's roles, as one of several processes on a shared store,
 * until stopped.
 */
export async function startRoles(
  roles: readonly Role[],
  settings: Settings,
  context: CliContext,
): Promise<void> {
  const place = storeOf(settings)
  if (place.openShared === undefined)
    throw new Exit(
      EXIT.usage,
      'dragoman: a store in a file takes one process that does everything. Set DATABASE_URL to a PostgreSQL server ' +
        '(postgres://NAME:PASSWORD@HOST/DATABASE), or leave out --role.',
    )
  const log = openLog(settings)
  const monitoring = await openMonitoring(settings, context.env, roles)
  const opened = await place.openShared()
  const { shared, url } = opened
  const now = Date.now
  let stopping = false
  const store = knowNames(
    monitoring.tracing?.each('store', opened.store) ?? opened.store,
    createSubjectNames(settings.names),
  )
  const sources = [...settings.sources]
  const queue = openWorkQueue({ url, log })
  const tools: RoleTools = {
    settings: { ...settings, sources },
    sources,
    store,
    shared,
    queue,
    log,
    monitoring,
    now,
    isStopping: () => stopping,
  }
  const ending = Promise.withResolvers<Error | void>()
  void context.stopped.then(() => ending.resolve())
  const running: RunningRole[] = []
  const tagging = analyseBeside({ names: settings.names, corrections: settings.corrections })
  try {
    const statusPort = await monitoring.listen({ store, sources: () => sources, now })
    // Loaded on demand: a reader would otherwise need a tenth more memory for code it never runs.
    if (roles.includes('reader')) running.push((await import('./run-reader.ts')).runReader(tools))
    if (roles.includes('editor')) running.push((await import('./run-editor.ts')).runEditor(tools))
    const asked = roles.filter((role) => role === 'slack' || role === 'discord')
    if (roles.includes('web'))
      running.push(await (await import('./run-pages.ts')).runPages(tools, context, tagging))
    if (roles.includes('briefer') || asked.length > 0)
      running.push(
        ...(await (
          await import('./serve-readers.ts')
        ).serveReaders(tools, asked, {
          context,
          tagging,
          ending,
          isBriefer: roles.includes('briefer'),
        })),
      )
    const repeating = [
      repeatedly(
        async () => {
          const error = opened.lost()
          if (error !== null) ending.resolve(error)
        },
        WATCH_PAUSE_MS,
        REAL_CLOCK,
      ),
      repeatedly(watchSources(settings, sources, log), SOURCES_PAUSE_MS, REAL_CLOCK),
    ]
    running.push(...repeating)
    log.info({ roles, sources: sources.length, ...(statusPort !== null && { statusPort }) }, 'started')
    monitoring.setUnready(null)
    const ended = await ending.promise
    if (ended instanceof Error) throw ended
  } finally {
    stopping = true
    monitoring.setUnready('stopping')
    const last = Promise.all([...running.map((role) => role.stop()), queue.stop()])
    if (
      !(await endsWithin(
        LAST_ROUNDS_MS,
        last.catch((error: unknown) => log.warn({ err: error }, 'not stopped well')),
      ))
    )
      log.warn('what is under way and does not end is left: others go on with it')
    await endsWithin(FAREWELL_MS, Promise.all([tagging.close(), monitoring.close(), opened.store.close()]))
  }
  log.info('stopped')
}
