import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { FatalError } from '../chat/fatal-error.ts'
import { LOCAL } from '../chat/local.ts'
import { movedClock, REAL_CLOCK } from '../schedule/clock.ts'
import { StoreError } from '../storage/store-error.ts'
import { type CliContext, openSettings } from './cli-context.ts'
import { readRoles, type Role, ROLES } from './roles/roles.ts'
import { destinationTools, openChats, startChats, withLossLogged } from './open-chats.ts'
import { endsWithin, FAREWELL_MS, LAST_ROUNDS_MS } from './ends-within.ts'
import { openMonitoring } from './open-monitoring.ts'
import { topicNames } from './print-message.ts'
import {
  checkAndReport,
  decideAndReport,
  deliverAndReport,
  EVENTS_PAUSE_MS,
  readAndReport,
  showEventsAndReport,
  tidyAndReport,
} from './report-rounds.ts'

interface StartOptions {
  readonly role?: readonly Role[]
  readonly prompt?: boolean
  readonly clockFrom?: number
  readonly clockSpeed: number
}

/** Adds `dragoman start`: reads due sources and sends briefings at their local times until stopped. */
export function addStart(program: Command, context: CliContext): void {
  program
    .command('start')
    .description(
      'run the bot: read feeds as they fall due, brief at the local times of config/briefings.yaml',
    )
    .option(
      '--role <roles>',
      `only some of ${ROLES.join(', ')}: one of several processes on a PostgreSQL server`,
      readRoles,
    )
    .option('--prompt', 'answer /news words typed here; the log goes to a file then')
    .option(
      '--clock-from <moment>',
      'rehearse: begin at this moment, such as 2014-03-10T00:00:00Z',
      readMoment,
    )
    .option('--clock-speed <factor>', 'rehearse: let the clock run so many times as fast', readFactor, 1)
    .action(async ({ role, prompt = false, clockFrom, clockSpeed }: StartOptions) => {
      const settings = await openSettings(context)
      if (role !== undefined)
        return (await import('./roles/start-roles.ts')).startRoles(role, settings, context)
      const clock = clockFrom === undefined ? REAL_CLOCK : movedClock(clockFrom, clockSpeed)
      const { openLog, privateFile } = await import('./open-log.ts')
      const { openNewsroom } = await import('../newsroom.ts')
      const { createBot } = await import('../bot.ts')
      const { openSummariser } = await import('./open-summariser.ts')
      const { openRefusals } = await import('./refusal-book.ts')
      const { allCommands } = await import('../commands/all-commands.ts')
      const { everyMinute, repeatedly } = await import('../schedule/clock.ts')
      const { openPublicServer } = await import('../web/open-public-server.ts')
      const { createMessagePictures } = await import('../pictures/message-pictures.ts')
      const { openPictures } = await import('../pictures/open-pictures.ts')
      const { storeOf } = await import('../storage/open-store.ts')
      const monitoring = await openMonitoring(settings, context.env, ['all'])
      const { metrics } = monitoring
      const { store, desk, view, routes, checkPages, abortReading, close } = await openNewsroom(settings, {
        now: clock.now,
        exclusive: true,
        isLasting: true,
        ...(monitoring.tracing !== null && { tracing: monitoring.tracing }),
      })
      // The person at the prompt reads answers, so the log must not appear between them.
      const logFile = join(settings.dataDirectory, 'dragoman.log')
      const log = openLog(settings, prompt ? privateFile(logFile) : undefined)
      if (prompt) context.errors.write(`The log goes to ${logFile}.\n`)
      const { zone, language, briefings: requests } = settings
      const topicName = topicNames(settings.topics)
      const terminal = (await context.terminal()).create({ prompt, zone, language, topicName })
      const isLost = await storeOf(settings).watch()
      /** Resolves when the process should end; with an error if something failed. */
      const ending = Promise.withResolvers<FatalError | StoreError | void>()
      for (const asked of [context.stopped, ...(prompt ? [terminal.closed] : [])])
        void asked.then(ending.resolve, ending.reject)
      void ending.promise.then(abortReading, abortReading)
      const pictures = openPictures(settings.claims)
      const chats = await openChats(context, {
        memory: store,
        topicName,
        zone,
        language,
        log,
        now: clock.now,
        drawPictures: createMessagePictures(pictures),
        ...destinationTools(store),
        loseDestination: withLossLogged((...lost) => bot.loseDestination(...lost), log),
        noteAcknowledged: (platform, ms) => metrics?.acknowledged(platform, ms),
        endProgram: ending.resolve,
      })
      if (chats === null) {
        await pictures.close()
        return close()
      }
      const statusPort = await monitoring.listen({
        store,
        sources: () => view.settings.sources,
        now: clock.now,
      })
      const web = settings.web && (await openPublicServer({ ...settings.web, routes }))
      const commands = monitoring.watched(allCommands(view))
      const noteFault = (error: unknown, what: string) => log.warn({ err: error }, what)
      const tools = { view, commands, store, pictures, noteFault }
      // Loaded only if pages are served.
      const site =
        settings.site &&
        (await (await import('./open-pages.ts')).openPages(context, settings, settings.site, tools))
      const summarise = await openSummariser(settings, { now: clock.now, log, stopped: context.stopped })
      const refusals = openRefusals(settings.dataDirectory, clock.now)
      let stopping = false
      const bot = createBot({
        desk: {
          async readDue() {
            const round = await desk.readDue()
            metrics?.haveRead(round)
            return round
          },
        },
        store,
        requests,
        subscriptions: (filter) => store.subscriptions(filter),
        settings: { ...view.settings, summarise, noteRefusals: refusals.note },
        adapters: [terminal, ...chats],
        now: clock.now,
        noteSettled: metrics?.settled,
        isStopping: () => stopping,
      })
      // Somebody starts the bot at this terminal, so a closed output of the last run no longer counts.
      await store.resumeDestination(LOCAL)
      try {
        await startChats([terminal, ...chats], commands)
      } catch (error) {
        await Promise.all([web?.close(), site?.close(), pictures.close(), monitoring.close(), close()])
        throw error
      }
      log.info(
        {
          sources: settings.sources.length,
          briefings: requests.length,
          platforms: chats.map(({ platform }) => platform),
          ...(web && { port: web.port }),
          ...(statusPort !== null && { statusPort }),
          ...(site && { pages: site.root }),
        },
        'started',
      )
      // Messages decided before the last stop, and those from commands, do not wait for the first round.
      const delivering = repeatedly(
        () => deliverAndReport(bot, log, monitoring.round),
        DELIVERY_PAUSE_MS,
        clock,
      )
      const watching = repeatedly(
        () => {
          const error = isLost()
          if (error !== null) ending.resolve(error)
          return Promise.resolve()
        },
        WATCH_PAUSE_MS,
        REAL_CLOCK,
      )
      // Reads before it decides, so that a briefing that fell due while the bot was down contains today's
      // news.
      await readAndReport(bot, log, monitoring.round)
      const reading = everyMinute(() => readAndReport(bot, log, monitoring.round), clock)
      const deciding = everyMinute(() => decideAndReport(bot, log, monitoring.round), clock)
      const checking =
        checkPages && everyMinute(() => checkAndReport(checkPages, log, monitoring.round), clock)
      const planning = repeatedly(
        () =>
          showEventsAndReport(
            { store, settings: view.settings, adapters: chats, now: clock.now },
            log,
            monitoring.round,
          ),
        EVENTS_PAUSE_MS,
        clock,
      )
      const tidying = repeatedly(
        () =>
          tidyAndReport(bot, log, { keepDays: settings.keepDays, stopped: () => stopping }, monitoring.round),
        DAY_MS,
        clock,
      )
      monitoring.setUnready(null)
      const ended = await ending.promise
      stopping = true
      monitoring.setUnready('stopping')
      const ticking = [
        reading,
        deciding,
        delivering,
        watching,
        planning,
        tidying,
        ...(checking ? [checking] : []),
      ]
      const rounds = ticking.map((one) => one.stop())
      if (!(await endsWithin(LAST_ROUNDS_MS, Promise.all(rounds))))
        log.warn(
          'what is on its way to a platform that does not answer is left: the next start goes on with it',
        )
      await Promise.all([web?.close(), site?.close(), pictures.close()])
      await endsWithin(FAREWELL_MS, Promise.all([terminal, ...chats].map((adapter) => adapter.stop())))
      await monitoring.close()
      const closing = close()
      // A store whose files are gone fails to close too; the original error is reported instead.
      await (ended instanceof StoreError ? closing.catch(() => undefined) : closing)
      if (ended instanceof Error) throw ended
      log.info('stopped')
    })
}

function readMoment(typed: string): number {
  const moment = Date.parse(typed)
  if (Number.isNaN(moment)) throw new InvalidArgumentError('Write it as 2014-03-10T00:00:00Z.')
  return moment
}

function readFactor(typed: string): number {
  const factor = Number(typed)
  if (!(factor > 0)) throw new InvalidArgumentError('It must be a number above 0.')
  return factor
}

const DAY_MS = 24 * 3_600_000

/**
 * Pause between checks that the store is still the one that was opened, in milliseconds. Short, because what
 * is written to a deleted file is lost.
 */
const WATCH_PAUSE_MS = 1_000

/**
 * Pause between deliveries, in milliseconds. Short enough to observe a short `Retry-After`, and to retry
 * after a lost answer while the platform still recognises the message.
 */
const DELIVERY_PAUSE_MS = 3_000
