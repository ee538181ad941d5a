import { type Command, InvalidArgumentError } from 'commander'
import type { Logger } from 'pino'
import type { Bot } from '../bot.ts'
import type { FatalError } from '../chat/fatal-error.ts'
import { LOCAL } from '../chat/local.ts'
import { movedClock, REAL_CLOCK } from '../schedule/clock.ts'
import { StoreError } from '../storage/store-error.ts'
import { type CliContext, openSettings } from './cli-context.ts'
import { destinationTools, openChats, startChats } from './open-chats.ts'
import { topicNames } from './print-message.ts'
import { reportRejections } from './report-rejections.ts'

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
    .option('--prompt', 'answer /news words typed here')
    .option(
      '--clock-from <moment>',
      'rehearse: begin at this moment, such as 2014-03-10T00:00:00Z',
      readMoment,
    )
    .option('--clock-speed <factor>', 'rehearse: let the clock run so many times as fast', readFactor, 1)
    .action(async ({ prompt = false, clockFrom, clockSpeed }: StartOptions) => {
      const settings = await openSettings(context)
      const clock = clockFrom === undefined ? REAL_CLOCK : movedClock(clockFrom, clockSpeed)
      const { openLog } = await import('./open-log.ts')
      const log = openLog(settings)
      const { openNewsroom } = await import('../newsroom.ts')
      const { createBot } = await import('../bot.ts')
      const { openSummariser } = await import('./open-summariser.ts')
      const { allCommands } = await import('../commands/all-commands.ts')
      const { everyMinute, repeatedly } = await import('../schedule/clock.ts')
      const { openPublicServer } = await import('../web/open-public-server.ts')
      const { storeOf } = await import('../storage/open-store.ts')
      const { store, desk, view, routes, breakOff, close } = await openNewsroom(settings, {
        now: clock.now,
        exclusive: true,
        isLasting: true,
      })
      const terminal = (await context.terminal()).create({
        prompt,
        zone: settings.zone,
        language: settings.language,
        topicName: topicNames(settings.topics),
      })
      const fatal = Promise.withResolvers<FatalError>()
      const isLost = await storeOf(settings).watch()
      const lost = Promise.withResolvers<StoreError>()
      const left: Promise<FatalError | StoreError | void> = Promise.race([
        context.stopped,
        fatal.promise,
        lost.promise,
        ...(prompt ? [terminal.closed] : []),
      ])
      void left.then(breakOff, breakOff)
      const requests = settings.briefings
      const chats = await openChats(context, {
        memory: store,
        topicName: topicNames(settings.topics),
        zone: settings.zone,
        language: settings.language,
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
        endProgram: fatal.resolve,
      })
      if (chats === null) return close()
      const web = settings.web && (await openPublicServer({ ...settings.web, routes }))
      const summarise = await openSummariser(settings, { now: clock.now, log, stopped: context.stopped })
      let stopping = false
      const bot = createBot({
        desk,
        store,
        requests,
        subscriptions: () => store.subscriptions(),
        settings: { ...view.settings, summarise },
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
          if (error !== null) lost.resolve(error)
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
      const ended = await left
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

type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** A fault of one round is logged, and the next round comes. */
async function orLog(log: Log, fault: string, round: () => Promise<void>): Promise<void> {
  try {
    await round()
  } catch (error) {
    log.error({ err: error }, fault)
  }
}

const readAndReport = (bot: Bot, log: Log): Promise<void> =>
  orLog(log, 'reading failed; the next round tries again', async () => {
    const { failures, ahead, ...round } = await bot.read()
    if (ahead.length > 0)
      log.warn(
        { sources: ahead },
        'these sources were read by a clock ahead of this one, and are read anew: see that the clock of this machine is right',
      )
    for (const { sourceId, failure } of failures)
      log.warn({ source: sourceId, kind: failure.kind }, failure.text)
    if (round.read + failures.length > 0) log.info({ ...round, failed: failures.length }, 'read')
  })

const decideAndReport = (bot: Bot, log: Log): Promise<void> =>
  orLog(log, 'deciding failed; the next minute tries again', async () => {
    const { faults, corrected } = await bot.decide()
    for (const { subscription, error } of faults)
      log.error({ subscription, err: error }, 'briefing not composed; the next minute tries again')
    for (const id of corrected) log.info({ briefing: id }, 'briefing corrected in place')
  })

const deliverAndReport = (bot: Bot, log: Log): Promise<void> =>
  orLog(log, 'delivering failed; what is not sent is tried again', async () => {
    const { sent, postponed, failed, uncertain, rejected, paused, refused, accepted } = await bot.deliver()
    for (const id of sent) log.info({ briefing: id }, 'briefing sent')
    for (const { id, reason } of postponed) log.warn({ briefing: id }, `briefing postponed: ${reason}`)
    const ours = new Set(rejected.map(({ id }) => id))
    for (const { id, reason } of failed.filter((fault) => !ours.has(fault.id)))
      log.error({ briefing: id }, `briefing not sent: ${reason}`)
    for (const { id, reason } of uncertain)
      log.warn({ briefing: id }, `briefing may or may not have arrived; what it tells comes again: ${reason}`)
    reportRejections(rejected, log)
    for (const { destination, reason } of paused)
      log.error({ destination }, `no further calls to this destination until it is resumed: ${reason}`)
    for (const [account, reason] of refused)
      log.error({ account }, `no further calls there until the token is accepted again: ${reason}`)
    for (const account of accepted) log.info({ account }, 'the token is accepted again; deliveries go on')
  })

const tidyAndReport = (bot: Bot, log: Log, options: Parameters<Bot['tidy']>[0]): Promise<void> =>
  orLog(log, 'tidying the store failed; tomorrow tries again', async () => {
    const tidied = await bot.tidy(options)
    if (tidied.decided + tidied.articles + tidied.workspaces > 0) log.info(tidied, 'forgot what is past')
  })

const DAY_MS = 24 * 3_600_000

/** What is written to a file that nobody sees is lost: it should be little. */
const WATCH_PAUSE_MS = 1_000

/** A short `Retry-After` is kept and a lost answer asked again while the platform still knows the message. */
const DELIVERY_PAUSE_MS = 3_000
