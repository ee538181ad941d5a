import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { FatalError } from '../chat/fatal-error.ts'
import { LOCAL } from '../chat/local.ts'
import { movedClock, REAL_CLOCK } from '../schedule/clock.ts'
import { StoreError } from '../storage/store-error.ts'
import { type CliContext, openSettings } from './cli-context.ts'
import { destinationTools, openChats, startChats } from './open-chats.ts'
import { topicNames } from './print-message.ts'
import { decideAndReport, deliverAndReport, readAndReport, tidyAndReport } from './report-rounds.ts'

interface StartOptions {
  readonly prompt?: boolean
  readonly clockFrom?: number
  readonly clockSpeed: number
}

/** `dragoman start`: reads what is due and gives the briefings at their local times until it is stopped. */
export function addStart(program: Command, context: CliContext): void {
  program
    .command('start')
    .description(
      'run the bot: read feeds as they fall due, brief at the local times of config/briefings.yaml',
    )
    .option('--prompt', 'answer /news words typed here; the log goes to a file then')
    .option(
      '--clock-from <moment>',
      'rehearse: begin at this moment, such as 2014-03-10T00:00:00Z',
      readMoment,
    )
    .option('--clock-speed <factor>', 'rehearse: let the clock run so many times as fast', readFactor, 1)
    .action(async ({ prompt = false, clockFrom, clockSpeed }: StartOptions) => {
      const settings = await openSettings(context)
      const clock = clockFrom === undefined ? REAL_CLOCK : movedClock(clockFrom, clockSpeed)
      const { openLog, privateFile } = await import('./open-log.ts')
      const { openNewsroom } = await import('../newsroom.ts')
      const { createBot } = await import('../bot.ts')
      const { openSummariser } = await import('./open-summariser.ts')
      const { openRefusals } = await import('./refusal-book.ts')
      const { allCommands } = await import('../commands/all-commands.ts')
      const { everyMinute, repeatedly } = await import('../schedule/clock.ts')
      const { openPublicServer } = await import('../web/open-public-server.ts')
      const { storeOf } = await import('../storage/open-store.ts')
      const { store, desk, view, routes, breakOff, close } = await openNewsroom(settings, {
        now: clock.now,
        exclusive: true,
        isLasting: true,
      })
      // Whoever types here reads answers, and no log between them.
      const logFile = join(settings.dataDirectory, 'dragoman.log')
      const log = openLog(settings, prompt ? privateFile(logFile) : undefined)
      if (prompt) context.errors.write(`The log goes to ${logFile}.\n`)
      const { zone, language, briefings: requests } = settings
      const topicName = topicNames(settings.topics)
      const terminal = (await context.terminal()).create({ prompt, zone, language, topicName })
      const isLost = await storeOf(settings).watch()
      /** With why, where something ended it that nobody asked for. */
      const ending = Promise.withResolvers<FatalError | StoreError | void>()
      for (const asked of [context.stopped, ...(prompt ? [terminal.closed] : [])])
        void asked.then(ending.resolve, ending.reject)
      void ending.promise.then(breakOff, breakOff)
      const chats = await openChats(context, {
        memory: store,
        topicName,
        zone,
        language,
        log,
        now: clock.now,
        ...destinationTools(store),
        async loseDestination(destination, lost) {
          if (await bot.loseDestination(destination, lost))
            log.warn(
              { destination },
              `no further calls to this destination until it is resumed: ${lost.reason}`,
            )
        },
        endProgram: ending.resolve,
      })
      if (chats === null) return close()
      const web = settings.web && (await openPublicServer({ ...settings.web, routes }))
      const summarise = await openSummariser(settings, { now: clock.now, log, stopped: context.stopped })
      const refusals = openRefusals(settings.dataDirectory, clock.now)
      let stopping = false
      const bot = createBot({
        desk,
        store,
        requests,
        subscriptions: () => store.subscriptions(),
        settings: { ...view.settings, summarise, noteRefusals: refusals.note },
        adapters: [terminal, ...chats],
        now: clock.now,
        isStopping: () => stopping,
      })
      // Whoever starts the bot here is here: a closed output of the last time is over.
      await store.resumeDestination(LOCAL)
      const commands = allCommands(view)
      try {
        await startChats([terminal, ...chats], commands)
      } catch (error) {
        await Promise.all([web?.close(), close()])
        throw error
      }
      log.info(
        {
          sources: settings.sources.length,
          briefings: requests.length,
          platforms: chats.map(({ platform }) => platform),
          ...(web && { port: web.port }),
        },
        'started',
      )
      // What was decided before the bot went down, and what commands send, need not wait for the first round.
      const delivering = repeatedly(() => deliverAndReport(bot, log), DELIVERY_PAUSE_MS, clock)
      const watching = repeatedly(
        () => {
          const error = isLost()
          if (error !== null) ending.resolve(error)
          return Promise.resolve()
        },
        WATCH_PAUSE_MS,
        REAL_CLOCK,
      )
      // What is read first is told first: a briefing that fell due while the bot was down comes with today's news.
      await readAndReport(bot, log)
      const reading = everyMinute(() => readAndReport(bot, log), clock)
      const deciding = everyMinute(() => decideAndReport(bot, log), clock)
      const tidying = repeatedly(
        () => tidyAndReport(bot, log, { keepDays: settings.keepDays, stopped: () => stopping }),
        DAY_MS,
        clock,
      )
      const ended = await ending.promise
      stopping = true
      await Promise.all([reading, deciding, delivering, watching, tidying].map((ticking) => ticking.stop()))
      await web?.close()
      await Promise.all([terminal, ...chats].map((adapter) => adapter.stop()))
      const closing = close()
      // What a store without its files says when it is closed follows from that.
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

/** What is written to a file that nobody sees is lost: it should be little. */
const WATCH_PAUSE_MS = 1_000

/** A short `Retry-After` is kept and a lost answer asked again while the platform still knows the message. */
const DELIVERY_PAUSE_MS = 3_000
