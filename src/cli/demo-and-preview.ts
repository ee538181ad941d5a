import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import { type ChatPlatform, type ChatPreview, eitherOf } from '../chat/chat-platform.ts'
import { LOCAL, localAsker } from '../chat/local.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Message } from '../records/message.ts'
import type { Settings } from '../settings/settings.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { say } from '../words/say.ts'
import { type CliContext, EXIT, Exit, openSettings, platformArgument, stopSignal } from './cli-context.ts'
import { printMessage, type PrintOptions, readingProgress, topicNames } from './print-message.ts'

/** Commands after /news for `--desk`: one of each analysis for which the sample edition has much to show. */
const DESK_COMMANDS = [
  'said ministry',
  'figures story:"van earthquake"',
  'compare story:"yemen truce"',
  'upcoming middle east',
  'trends middle east',
]

/** Adds `dragoman demo`: runs the sample edition through the real bot. */
export function addDemo(program: Command, context: CliContext): void {
  program
    .command('demo')
    .description(
      'read the sample edition (ten invented outlets, four days) and print the briefing of its last day; no network, no keys',
    )
    .option('--all', 'print the briefing of every day')
    .option('--desk', 'also show statements, figures, outlets side by side, upcoming events and coverage')
    .option('--ask', 'afterwards, answer /news words about the sample')
    .option('--web', 'open its pages on this machine instead, until you stop it')
    .option('--mcp', 'answer an assistant about it instead, on standard input and output')
    .option('--json', 'print as JSON')
    .option('--markdown', 'print as Markdown')
    .action(async (options: DemoOptions) => {
      await runSample(context, async ({ settings, newsroom, briefings }) => {
        if (options.mcp === true) {
          const { serveAssistant } = await import('./mcp.ts')
          return serveAssistant(newsroom, settings, context)
        }
        if (options.web === true) return showPages(settings, newsroom, context)
        for (const message of options.all === true ? briefings : briefings.slice(-1))
          await printMessage(message, options, settings, context)
        if (options.desk !== true && options.ask !== true) return
        const { allCommands } = await import('../commands/all-commands.ts')
        const { zone, language, topics } = settings
        if (options.desk === true) {
          const commands = allCommands({ ...newsroom.view, sources: null })
          const asker = localAsker(zone, language)
          for (const words of DESK_COMMANDS) {
            if (options.json !== true) context.output.write('\n')
            await printMessage(await commands.answer(commands.read(words), asker), options, settings, context)
          }
        }
        if (options.ask !== true) return
        const topicName = topicNames(topics)
        const terminal = (await context.terminal()).create({ prompt: true, zone, language, topicName })
        await terminal.start(allCommands({ ...newsroom.view, sources: null }))
        await Promise.race([terminal.closed, context.stopped])
        await terminal.stop()
      })
    })
}

interface DemoOptions extends PrintOptions {
  readonly all?: boolean
  readonly desk?: boolean
  readonly ask?: boolean
  readonly web?: boolean
  readonly mcp?: boolean
}

/** Serves the sample edition's pages on loopback until the process is asked to stop. */
async function showPages(settings: Settings, newsroom: Newsroom, context: CliContext): Promise<void> {
  const { openPages } = await import('./open-pages.ts')
  const { allCommands } = await import('../commands/all-commands.ts')
  const { makeKey } = await import('../commands/web.ts')
  const { openPictures } = await import('../pictures/open-pictures.ts')
  const { store } = newsroom
  const view = { ...newsroom.view, sources: null }
  const pictures = openPictures(settings.claims)
  const noteFault = (error: unknown, what: string): void =>
    void context.errors.write(hideSecrets(`${what}: ${String(error)}\n`))
  const served = { port: 0, host: '127.0.0.1', url: null, isPublic: false, ...settings.site }
  const tools = { view, commands: allCommands(view), store, pictures, noteFault }
  const site = await openPages(context, settings, served, tools)
  const asker = localAsker(settings.zone, settings.language)
  const { key, secret } = makeKey('link', asker, view.now(), HOUR_MS)
  await store.keepAccessKey(key, 1)
  context.output.write(
    `The pages of the sample edition: ${site.root}/\nWith subscriptions of yours: ${site.root}/enter/${secret}\nCtrl-C ends them.\n`,
  )
  await context.stopped
  await site.close()
  await pictures.close()
}

/**
 * Adds `dragoman preview`: shows how a platform would display the sample edition, as a page or as the raw
 * payload.
 */
export function addPreview(program: Command, context: CliContext): void {
  program
    .command('preview')
    .description(
      'draw the last briefing of the sample edition, or the answer to /news WORDS about it, as a platform would: ' +
        'one HTML page on standard output; no network, no keys',
    )
    .addArgument(platformArgument(context))
    .argument('[words...]', 'as behind /news: search wheat')
    .option(
      '--surface <name>',
      'draw what the platform shows beside messages, after /news WORDS: home, joined or mention',
    )
    .option(
      '--after <said>',
      'what was said before it, first things first; may be given several times',
      append,
      [],
    )
    .option('--json', 'print the payload that would be sent')
    .action(
      async (
        platform: ChatPlatform,
        words: readonly string[],
        { json = false, surface, after }: PreviewOptions,
      ) => {
        if (surface !== undefined && platform.surfaces?.includes(surface) !== true)
          throw new Exit(EXIT.usage, explainSurface(surface, platform))
        await runSample(context, async ({ settings, newsroom, briefings }) => {
          const { allCommands } = await import('../commands/all-commands.ts')
          const commands = allCommands({ ...newsroom.view, sources: null })
          const asker = localAsker(settings.zone, settings.language)
          const said = words.join(' ')
          const topicName = topicNames(settings.topics)
          for (const before of after) await commands.answer(commands.read(before), asker)
          const draw = async (): Promise<ChatPreview | undefined> => {
            if (surface !== undefined)
              return platform.previewSurface?.(surface, { commands, asker, said, topicName })
            const shown = said === '' ? briefings.at(-1) : await commands.answer(commands.read(said), asker)
            return shown && platform.preview(shown, topicName)
          }
          const drawn = await draw()
          if (drawn === undefined) throw new Error('The sample edition gave nothing to draw.')
          const { html, payload } = drawn
          context.output.write(json ? `${JSON.stringify(payload, null, 2)}\n` : html)
        })
      },
    )
}

interface PreviewOptions {
  readonly json?: boolean
  readonly surface?: string
  readonly after: readonly string[]
}

function explainSurface(typed: string, { platform, surfaces = [] }: ChatPlatform): string {
  const remedy =
    surfaces.length === 0
      ? 'it shows messages only, so leave --surface out'
      : `beside messages it shows ${eitherOf(surfaces)}`
  return `${platform} shows nothing that is called ${JSON.stringify(typed)}; ${remedy}.`
}

const append = (said: string, before: readonly string[]): readonly string[] => [...before, said]

const SAMPLE_DIRECTORY = fileURLToPath(new URL('../../config/sample', import.meta.url))
const SETTINGS_DIRECTORY = join(SAMPLE_DIRECTORY, 'settings')
const HOUR_MS = 3_600_000

/** From the first morning of the sample edition to the last; the briefing of that last hour shows most. */
const FIRST_HOUR = Date.parse('2026-03-09T00:00:00Z')
const LAST_HOUR = Date.parse('2026-03-12T05:00:00Z')
const HOURS = (LAST_HOUR - FIRST_HOUR) / HOUR_MS + 1

/** The sample edition after its four days. */
interface FinishedSample {
  readonly settings: Settings
  readonly newsroom: Newsroom
  /** Every briefing, oldest first. */
  readonly briefings: readonly Message[]
}

/**
 * Runs four days of invented news through the real bot, over HTTP on loopback, with a simulated clock and a
 * store in memory; then calls `use`. If the process is asked to stop meanwhile, prints that and sets exit
 * code 130 instead.
 */
async function runSample(context: CliContext, use: (sample: FinishedSample) => Promise<void>): Promise<void> {
  await using closing = new AsyncDisposableStack()
  const progress = readingProgress(context, 'reading', 'hours of sample news')
  closing.defer(progress.stop)
  // Shown before anything is loaded, because loading takes longer than reading the first day.
  progress.onProgress(0, HOURS)
  const settings = await openSettings({
    ...context,
    env: {
      DRAGOMAN_CONFIG: SETTINGS_DIRECTORY,
      DRAGOMAN_LANGUAGE: context.env['DRAGOMAN_LANGUAGE'],
      DRAGOMAN_WEB_PORT: context.env['DRAGOMAN_WEB_PORT'],
    },
  })
  const stopping = stopSignal(context)
  const { openNewsroom } = await import('../newsroom.ts')
  const { createBot } = await import('../bot.ts')
  const { serveSample } = await import('../demo/serve-sample.ts')
  const { createPageCheck } = await import('../articles/check-pages.ts')
  const { createPageReader } = await import('../feeds/page-reader.ts')
  const { storeAt } = await import('../storage/open-store.ts')
  let now = FIRST_HOUR
  const sample = await serveSample(SAMPLE_DIRECTORY, { now: () => now })
  closing.defer(() => sample.close())
  // A title in a settings file is meant for one language; the sample's title follows the briefing's language.
  const briefings = settings.briefings.map((request) => ({
    ...request,
    title: say('sample.title', request.language),
  }))
  const zone = briefings[0]?.zone ?? settings.zone
  const own = { ...settings, zone, briefings, sources: sample.sources, allowAddresses: ['127.0.0.1'] }
  const newsroom = await openNewsroom(own, {
    now: () => now,
    steady: true,
    store: await storeAt('memory:').open(),
  })
  closing.defer(newsroom.close)
  const told: Message[] = []
  const { desk, store } = newsroom
  const adapters = [collectingAdapter(told)]
  const bot = createBot({ desk, store, requests: briefings, settings: own, adapters, now: () => now })
  const pages = createPageReader({ ...own, now: () => now })
  closing.defer(pages.close)
  const checkPages = createPageCheck({
    store,
    checkPage: async (page) => {
      const url = sample.pageOf(page.url)
      return url === null ? { status: 'unknown' } : pages.checkPage({ ...page, url })
    },
    now: () => now,
  })
  for (; now <= LAST_HOUR && !stopping.aborted; now += HOUR_MS) {
    await bot.read()
    await bot.serve()
    await checkPages()
    progress.onProgress((now - FIRST_HOUR) / HOUR_MS + 1, HOURS)
  }
  progress.stop()
  if (!stopping.aborted) await use({ settings: own, newsroom, briefings: told })
  else context.errors.write('stopped before the sample edition was read; nothing is told\n')
  if (stopping.aborted) context.setExitCode(EXIT.stopped)
}

const doNothing = (): Promise<void> => Promise.resolve()

/** An adapter that collects messages, so that the demo can show the last briefing alone. */
function collectingAdapter(messages: Message[]): ChatAdapter {
  return {
    platform: LOCAL,
    repeatsAreRecognisedForMs: 0,
    directChannel: () => Promise.resolve(LOCAL),
    start: doNothing,
    stop: doNothing,
    update: doNothing,
    acceptsToken: () => Promise.resolve(true),
    post(channel, message) {
      messages.push(message)
      return Promise.resolve({ platform: LOCAL, channel, messageIds: [String(messages.length)] })
    },
  }
}
