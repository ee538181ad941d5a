import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { Message } from '../chat/message.ts'
import type { CliContext } from './cli-context.ts'
import { openSettings } from './open-settings.ts'
import { printMessage, type PrintOptions } from './print-message.ts'
import { terminalAsker } from './terminal-asker.ts'
import { topicNames } from './topic-names.ts'

const SAMPLE = fileURLToPath(new URL('../../config/sample', import.meta.url))
const HOUR_MS = 3_600_000

/** From the first morning of the sample edition to the last: the briefing of that hour shows most. */
const SETTINGS = join(SAMPLE, 'settings')

const FIRST_HOUR = Date.parse('2026-03-09T00:00:00Z')
const LAST_HOUR = Date.parse('2026-03-12T05:00:00Z')

interface DemoOptions extends PrintOptions {
  readonly all?: boolean
  readonly ask?: boolean
}

/** `dragoman demo`: four days of invented news over real HTTP on loopback, under a moved clock, through the bot itself. */
export function addDemo(program: Command, context: CliContext): void {
  program
    .command('demo')
    .description(
      'read the sample edition (ten invented outlets, four days) and print the briefing of its last day; no network, no keys',
    )
    .option('--all', 'print the briefing of every day')
    .option('--ask', 'afterwards, answer /news words about the sample')
    .option('--json', 'print as JSON')
    .option('--markdown', 'print as Markdown')
    .action(async (options: DemoOptions) => {
      const { DRAGOMAN_LANGUAGE } = context.env
      const env = { DRAGOMAN_CONFIG: SETTINGS, DRAGOMAN_LANGUAGE }
      const settings = await openSettings({ ...context, env })
      if (settings === null) return
      const { openNewsroom } = await import('../newsroom.ts')
      const { createBot } = await import('../bot.ts')
      const { allCommands } = await import('../commands/all-commands.ts')
      const { serveSample } = await import('../demo/serve-sample.ts')
      let now = FIRST_HOUR
      const sample = await serveSample(SAMPLE, { now: () => now })
      const dataDirectory = await mkdtemp(join(tmpdir(), 'dragoman-demo-'))
      const own = { ...settings, sources: sample.sources, dataDirectory, allowAddresses: ['127.0.0.1'] }
      const newsroom = await openNewsroom(own, { now: () => now, steady: true })
      const briefings: Message[] = []
      const { desk, store, view } = newsroom
      const adapters = [keeping(briefings)]
      const bot = createBot({ desk, store, requests: own.briefings, settings: own, adapters, now: () => now })
      try {
        for (; now <= LAST_HOUR; now += HOUR_MS) {
          await bot.read()
          await bot.serve()
        }
        for (const message of options.all === true ? briefings : briefings.slice(-1))
          await printMessage(message, options, own, context)
        if (options.ask === true) {
          const terminal = (await context.terminal()).create({
            prompt: true,
            asker: terminalAsker(own.briefings[0]?.zone ?? own.zone, own.language),
            topicName: topicNames(own.topics),
          })
          await terminal.start(allCommands({ ...view, sources: null }))
          await Promise.race([terminal.closed, context.stopped])
          await terminal.stop()
        }
      } finally {
        await newsroom.close()
        await sample.close()
        await rm(dataDirectory, { recursive: true, force: true })
      }
    })
}

const nothing = (): Promise<void> => Promise.resolve()

/** A destination that keeps what it is sent, so that the demo can show the last briefing alone. */
function keeping(messages: Message[]): ChatAdapter {
  return {
    platform: 'terminal',
    repeatsAreRecognisedForMs: 0,
    directChannel: () => Promise.resolve('terminal'),
    start: nothing,
    stop: nothing,
    update: nothing,
    post(channel, message) {
      messages.push(message)
      return Promise.resolve({ platform: 'terminal', channel, messageIds: [String(messages.length)] })
    },
  }
}
