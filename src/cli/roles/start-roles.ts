import { LOCAL } from '../../chat/local.ts'
import { createServing } from '../../bot.ts'
import { allCommands } from '../../commands/all-commands.ts'
import { viewOf } from '../../newsroom.ts'
import { openCarrier } from '../../queue/open-carrier.ts'
import { REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import type { Settings } from '../../settings/settings.ts'
import { watchSources } from '../../settings/watch-sources.ts'
import { knowNames } from '../../storage/know-names.ts'
import { storeOf } from '../../storage/open-store.ts'
import { createSubjectNames } from '../../tagging/names/subject-names.ts'
import { fromRequest } from '../../subscriptions/from-request.ts'
import { analyseBeside } from '../../analysis/open-analysis.ts'
import { type CliContext, EXIT, Exit } from '../cli-context.ts'
import { endsWithin, FAREWELL_MS, LAST_ROUNDS_MS } from '../ends-within.ts'
import { destinationTools, openChats } from '../open-chats.ts'
import { openLog } from '../open-log.ts'
import { openMonitoring } from '../open-monitoring.ts'
import { openSummariser } from '../open-summariser.ts'
import { topicNames } from '../print-message.ts'
import { showEventsAndReport } from '../report-rounds.ts'
import { openRefusals } from '../refusal-book.ts'
import { offerDue } from './offer-due.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'
import type { Role } from './roles.ts'
import { runBriefer } from './run-briefer.ts'
import { runChats } from './run-chats.ts'
import { runEditor } from './run-editor.ts'
import { runReader } from './run-reader.ts'

const WATCH_PAUSE_MS = 1_000
const SOURCES_PAUSE_MS = 60_000

/** `dragoman start --role …`: some of what the bot does, in one of several processes on a shared store, until it is stopped. */
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
  const carrier = openCarrier({ url, log })
  const tools: RoleTools = {
    settings: { ...settings, sources },
    sources,
    store,
    shared,
    carrier,
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
    if (roles.includes('reader')) running.push(runReader(tools))
    if (roles.includes('editor')) running.push(runEditor(tools))
    const asked = roles.filter((role) => role === 'slack' || role === 'discord')
    if (roles.includes('web')) running.push(await runPages(tools, context, tagging))
    if (roles.includes('briefer') || asked.length > 0)
      running.push(
        ...(await serveReaders(tools, asked, {
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
    const last = Promise.all([...running.map((role) => role.stop()), carrier.stop()])
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

/** Serves our pages. @throws Exit where the settings name no port for them */
async function runPages(
  { settings, sources, store, now, monitoring, log }: RoleTools,
  context: CliContext,
  tagging: Parameters<typeof viewOf>[2]['tagging'],
): Promise<RunningRole> {
  if (settings.site === null)
    throw new Exit(EXIT.usage, 'dragoman: the role web needs the port of our pages: set DRAGOMAN_WEB_PORT')
  const { openPages } = await import('../open-pages.ts')
  const { openPictures } = await import('../../pictures/open-pictures.ts')
  const view = viewOf(settings, sources, { store, tagging, now })
  const { zone, language } = settings
  const pictures = openPictures(settings.claims)
  const pages = {
    view,
    commands: monitoring.watched(allCommands(view)),
    store,
    topicName: topicNames(settings.topics),
    pictures,
    zone,
    language,
    http: settings,
    noteFault: (error: unknown) => log.warn({ err: error }, 'a feed of ours could not be told'),
  }
  const site = await openPages(context, pages, settings.site)
  return {
    async stop() {
      await site.close()
      await pictures.close()
    },
  }
}

/** What speaks with people: decides what they are told, and answers and posts on the platforms of this process. */
async function serveReaders(
  tools: RoleTools,
  asked: readonly string[],
  {
    context,
    tagging,
    ending,
    isBriefer,
  }: {
    readonly context: CliContext
    readonly tagging: Parameters<typeof viewOf>[2]['tagging']
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
      async loseDestination(destination, lost) {
        if (await serving.loseDestination(destination, lost))
          log.warn(
            { destination },
            `no further calls to this destination until it is resumed: ${lost.reason}`,
          )
      },
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
    subscriptions: () => store.subscriptions(),
    settings: briefings,
    adapters,
    elsewhere: [LOCAL, ...platforms],
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
        {
          store,
          settings: view.settings,
          adapters: [adapter],
          subscriptions: async () => [
            ...settings.briefings.map(fromRequest),
            ...(await store.subscriptions()),
          ],
          now,
        },
        log,
        monitoring.round,
      ),
    onLost: ending.resolve,
    onStarted: (platform) => log.info({ platform }, 'connected'),
  })
  return [...running, chats]
}
