import type { Logger } from 'pino'
import type { Bot } from '../bot.ts'
import type { ChatLog } from '../chat/chat-platform.ts'
import type { DeliveryReport } from '../delivery/create-sender.ts'

type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** A fault of one round is logged, and the next round comes. */
async function orLog(log: Log, fault: string, round: () => Promise<void>): Promise<void> {
  try {
    await round()
  } catch (error) {
    log.error({ err: error }, fault)
  }
}

export const readAndReport = (bot: Bot, log: Log): Promise<void> =>
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

export const decideAndReport = (bot: Bot, log: Log): Promise<void> =>
  orLog(log, 'deciding failed; the next minute tries again', async () => {
    const { faults, corrected } = await bot.decide()
    for (const { subscription, error } of faults)
      log.error({ subscription, err: error }, 'briefing not composed; the next minute tries again')
    for (const id of corrected) log.info({ briefing: id }, 'briefing corrected in place')
  })

export const deliverAndReport = (bot: Bot, log: Log): Promise<void> =>
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

export const tidyAndReport = (bot: Bot, log: Log, options: Parameters<Bot['tidy']>[0]): Promise<void> =>
  orLog(log, 'tidying the store failed; tomorrow tries again', async () => {
    const tidied = await bot.tidy(options)
    if (tidied.decided + tidied.articles + tidied.workspaces > 0) log.info(tidied, 'forgot what is past')
  })

/** A message that a platform rejects is drawn wrongly: nobody but whoever runs the bot can do anything about it. */
export function reportRejections(rejected: DeliveryReport['rejected'], log: Pick<ChatLog, 'error'>): void {
  for (const { id, destination, reason } of rejected)
    log.error(
      { outbox: id, destination },
      `the platform rejected this message, which is a fault of Dragoman: report it with this line. ${reason}`,
    )
}
