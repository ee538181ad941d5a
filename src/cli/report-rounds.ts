import type { Logger } from 'pino'
import type { PageRound } from '../articles/check-pages.ts'
import type { Bot, Serving } from '../bot.ts'
import type { ChatLog } from '../chat/chat-platform.ts'
import type { DeliveryReport } from '../delivery/create-sender.ts'
import type { Round } from '../monitoring/metrics.ts'
import type { Store } from '../records/ports/store.ts'
import { type EventTools, showEvents } from '../schedule/show-events.ts'
import type { Settings } from '../settings/settings.ts'
import { subscriptionFromConfig } from '../subscriptions/subscription-from-config.ts'
import type { Monitoring } from './open-monitoring.ts'

type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Runs a round under monitoring. */
type Watch = Monitoring['round']

const unwatched: Watch = (_round, work) => work()

/** Runs a round and logs its error within the round; the next round runs regardless. */
async function orLog(
  log: Log,
  fault: string,
  watch: Watch,
  name: Round,
  round: () => Promise<void>,
): Promise<void> {
  const noted = async (): Promise<void> => {
    try {
      await round()
    } catch (error) {
      log.error({ err: error }, fault)
      throw error
    }
  }
  await watch(name, noted).catch(() => undefined)
}

export const readAndReport = (bot: Pick<Bot, 'read'>, log: Log, watch = unwatched): Promise<void> =>
  orLog(log, 'reading failed; the next round tries again', watch, 'read', async () => {
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

export const decideAndReport = (bot: Pick<Serving, 'decide'>, log: Log, watch = unwatched): Promise<void> =>
  orLog(log, 'deciding failed; the next minute tries again', watch, 'decide', async () => {
    const since = performance.now()
    const { decided, faults, corrected } = await bot.decide()
    if (decided > 0) log.info({ decided, tookMs: Math.round(performance.now() - since) }, 'decided')
    for (const { subscription, error } of faults)
      log.error({ subscription, err: error }, 'briefing not composed; the next minute tries again')
    for (const id of corrected) log.info({ briefing: id }, 'briefing corrected in place')
  })

export const deliverAndReport = (bot: Pick<Serving, 'deliver'>, log: Log, watch = unwatched): Promise<void> =>
  orLog(log, 'delivering failed; what is not sent is tried again', watch, 'deliver', async () => {
    const { accepted, ...report } = await bot.deliver()
    reportDelivery(report, log)
    reportAccepted(accepted, log)
  })

/** Logs the outcome of messages, one line for each. */
export function reportDelivery(report: DeliveryReport, log: Log): void {
  const { sent, postponed, failed, uncertain, rejected, paused, refused } = report
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
}

export function reportAccepted(accounts: readonly string[], log: Log): void {
  for (const account of accounts) log.info({ account }, 'the token is accepted again; deliveries go on')
}

export const checkAndReport = (check: () => Promise<PageRound>, log: Log, watch = unwatched): Promise<void> =>
  orLog(log, 'looking at pages failed; the next minute tries again', watch, 'check', async () => {
    const { looked, removed, returned } = await check()
    if (looked > 0) log.debug({ looked }, 'looked at pages')
    for (const url of removed) log.info({ url }, 'a report that was told was taken down')
    for (const url of returned) log.info({ url }, 'a report that was taken down is there again')
  })

/** Shows the events that the subscriptions of the settings and of the store ask for. */
export const showEventsAndReport = (
  tools: Pick<EventTools, 'adapters' | 'now'> & {
    readonly store: Store
    readonly settings: EventTools['settings'] & Pick<Settings, 'briefings'>
  },
  log: Log,
  watch = unwatched,
): Promise<void> =>
  orLog(log, 'events could not be planned; the next round tries again', watch, 'events', async () => {
    const noteFault = (workspace: string, error: unknown): void =>
      log.warn({ workspace, err: error }, 'events of a server could not be shown; the next round tries again')
    const { store, settings } = tools
    const configured = settings.briefings.map(subscriptionFromConfig)
    const subscriptions = async () => [...configured, ...(await store.subscriptions())]
    const round = await showEvents({ ...tools, subscriptions, noteFault })
    if (round.made + round.changed + round.ended > 0) log.info(round, 'events shown')
  })

/**
 * Pause between rounds that show events, in milliseconds. Events change with the news, and nobody waits for
 * them.
 */
export const EVENTS_PAUSE_MS = 10 * 60_000

export const tidyAndReport = (
  bot: Pick<Serving, 'tidy'>,
  log: Log,
  options: Parameters<Serving['tidy']>[0],
  watch = unwatched,
): Promise<void> =>
  orLog(log, 'tidying the store failed; tomorrow tries again', watch, 'tidy', async () => {
    const tidied = await bot.tidy(options)
    if (tidied.decided + tidied.articles + tidied.workspaces > 0) log.info(tidied, 'forgot what is past')
  })

/**
 * Logs messages that a platform rejected. They were drawn wrongly, so only the operator can do something
 * about it.
 */
export function reportRejections(rejected: DeliveryReport['rejected'], log: Pick<ChatLog, 'error'>): void {
  for (const { id, destination, reason } of rejected)
    log.error(
      { outbox: id, destination },
      `the platform rejected this message, which is a fault of Dragoman: report it with this line. ${reason}`,
    )
}
