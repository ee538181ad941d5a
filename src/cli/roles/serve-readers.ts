import type { Analysis } from '../../analysis/open-analysis.ts'
import { createServing } from '../../bot.ts'
import { LOCAL } from '../../chat/local.ts'
import { allCommands } from '../../commands/all-commands.ts'
import { viewOf } from '../../newsroom.ts'
import { type CliContext, EXIT, Exit } from '../cli-context.ts'
import { destinationTools, openChats, withLossLogged } from '../open-chats.ts'
import { openSummariser } from '../open-summariser.ts'
import { topicNames } from '../print-message.ts'
import { openRefusals } from '../refusal-book.ts'
import { showEventsAndReport } from '../report-rounds.ts'
import { offerDue } from './offer-due.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'
import { runBriefer } from './run-briefer.ts'
import { runChats } from './run-chats.ts'

/**
 * Starts what serves people: decides briefings (if `isBriefer`), and answers and posts on the platforms in
 * `asked`.
 */
export async function serveReaders(
  tools: RoleTools,
  asked: readonly string[],
  {
    context,
    tagging,
    ending,
    isBriefer,
  }: {
    readonly context: CliContext
    readonly tagging: Analysis
    readonly ending: PromiseWithResolvers<Error | void>
    readonly isBriefer: boolean
  },
): Promise<readonly RunningRole[]> {
  const { settings, store, log, monitoring, now, isStopping } = tools
  const { zone, language } = settings
  const view = viewOf(settings, tools.sources, { store, tagging, now })
  const topicName = topicNames(settings.topics)
  const platforms = context.platforms.map(({ platform }) => platform)
  const summarise = await openSummariser(settings, { now, log, stopped: context.stopped })
  const refusals = openRefusals(settings.dataDirectory, now)
  const briefings = { ...view.settings, summarise, noteRefusals: refusals.note }
  const running: RunningRole[] = [offerDue(tools)]
  if (isBriefer) {
    const terminal = (await context.terminal()).create({ prompt: false, zone, language, topicName })
    running.push(await runBriefer(tools, { terminal, briefings, platforms }))
  }
  if (asked.length === 0) return running
  const [{ createMessagePictures }, { openPictures }] = await Promise.all([
    import('../../pictures/message-pictures.ts'),
    import('../../pictures/open-pictures.ts'),
  ])
  const pictures = openPictures(settings.claims)
  running.push({ stop: () => pictures.close() })
  const own = context.platforms.filter(({ platform }) => asked.includes(platform))
  const adapters = await openChats(
    { ...context, platforms: own },
    {
      memory: store,
      topicName,
      drawPictures: createMessagePictures(pictures),
      zone,
      language,
      log,
      now,
      ...destinationTools(store),
      loseDestination: withLossLogged((...lost) => serving.loseDestination(...lost), log),
      noteAcknowledged: (platform, ms) => monitoring.metrics?.acknowledged(platform, ms),
      endProgram: ending.resolve,
    },
  )
  const missing = asked.find((role) => adapters?.every(({ platform }) => platform !== role) !== false)
  if (adapters === null || missing !== undefined)
    throw new Exit(
      EXIT.usage,
      `dragoman: the role '${missing}' needs the token of its platform: dragoman setup ${missing}`,
    )
  const serving = createServing({
    store,
    requests: settings.briefings,
    subscriptions: (filter) => store.subscriptions(filter),
    settings: briefings,
    adapters,
    otherPlatforms: [LOCAL, ...platforms],
    now,
    ...(monitoring.metrics !== null && { noteSettled: monitoring.metrics.settled }),
    isStopping,
  })
  const commands = monitoring.watched(allCommands(view))
  const chats = runChats(tools, {
    adapters,
    commands,
    serving,
    showEvents: (adapter) =>
      showEventsAndReport(
        { store, settings: view.settings, adapters: [adapter], now },
        log,
        monitoring.round,
      ),
    onLost: ending.resolve,
    onStarted: (platform) => log.info({ platform }, 'connected'),
  })
  return [...running, chats]
}
