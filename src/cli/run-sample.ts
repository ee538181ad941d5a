import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import { LOCAL } from '../chat/local.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Message } from '../records/message.ts'
import type { Settings } from '../settings/settings.ts'
import { say } from '../words/say.ts'
import { type CliContext, EXIT, openSettings, stopSignal } from './cli-context.ts'
import { readingProgress } from './print-message.ts'

const SAMPLE = fileURLToPath(new URL('../../config/sample', import.meta.url))
const SETTINGS = join(SAMPLE, 'settings')
const HOUR_MS = 3_600_000

/** From the first morning of the sample edition to the last: the briefing of that hour shows most. */
const FIRST_HOUR = Date.parse('2026-03-09T00:00:00Z')
const LAST_HOUR = Date.parse('2026-03-12T05:00:00Z')
const HOURS = (LAST_HOUR - FIRST_HOUR) / HOUR_MS + 1

/** The sample edition after its four days. */
interface RanSample {
  readonly settings: Settings
  readonly newsroom: Newsroom
  /** Every briefing that was given, oldest first. */
  readonly briefings: readonly Message[]
}

/**
 * Four days of invented news over real HTTP on loopback, under a moved clock, through the bot itself, with a store in memory; then
 * `use`. Not after the process was asked to stop meanwhile, which is told and ends it with 130.
 */
export async function runSample(
  context: CliContext,
  use: (sample: RanSample) => Promise<void>,
): Promise<void> {
  await using closing = new AsyncDisposableStack()
  const progress = readingProgress(context, 'hours of sample news')
  closing.defer(progress.stop)
  // Before anything is loaded: that takes longer than to read the first day.
  progress.onProgress(0, HOURS)
  const settings = await openSettings({
    ...context,
    env: { DRAGOMAN_CONFIG: SETTINGS, DRAGOMAN_LANGUAGE: context.env['DRAGOMAN_LANGUAGE'] },
  })
  const stopping = stopSignal(context)
  const { openNewsroom } = await import('../newsroom.ts')
  const { createBot } = await import('../bot.ts')
  const { serveSample } = await import('../demo/serve-sample.ts')
  const { openStore } = await import('../storage/open-store.ts')
  let now = FIRST_HOUR
  const sample = await serveSample(SAMPLE, { now: () => now })
  closing.defer(() => sample.close())
  // Somebody who names a title in a file means it for one language; the sample is for whoever looks.
  const briefings = settings.briefings.map((request) => ({
    ...request,
    title: say('sample.title', request.language),
  }))
  const own = { ...settings, briefings, sources: sample.sources, allowAddresses: ['127.0.0.1'] }
  const newsroom = await openNewsroom(own, { now: () => now, steady: true, store: await openStore(null) })
  closing.defer(newsroom.close)
  const told: Message[] = []
  const { desk, store } = newsroom
  const adapters = [keeping(told)]
  const bot = createBot({ desk, store, requests: briefings, settings: own, adapters, now: () => now })
  for (; now <= LAST_HOUR && !stopping.aborted; now += HOUR_MS) {
    await bot.read()
    await bot.serve()
    progress.onProgress((now - FIRST_HOUR) / HOUR_MS + 1, HOURS)
  }
  progress.stop()
  if (!stopping.aborted) await use({ settings: own, newsroom, briefings: told })
  else context.errors.write('stopped before the sample edition was read; nothing is told\n')
  if (stopping.aborted) context.setExitCode(EXIT.stopped)
}

const nothing = (): Promise<void> => Promise.resolve()

/** A destination that keeps what it is sent, so that the demo can show the last briefing alone. */
function keeping(messages: Message[]): ChatAdapter {
  return {
    platform: LOCAL,
    repeatsAreRecognisedForMs: 0,
    directChannel: () => Promise.resolve(LOCAL),
    start: nothing,
    stop: nothing,
    update: nothing,
    acceptsToken: () => Promise.resolve(true),
    post(channel, message) {
      messages.push(message)
      return Promise.resolve({ platform: LOCAL, channel, messageIds: [String(messages.length)] })
    },
  }
}
