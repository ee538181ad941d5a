import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBot } from '../../src/bot.ts'
import type { Asker } from '../../src/chat/command.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import { serveSample } from '../../src/demo/serve-sample.ts'
import { openNewsroom } from '../../src/newsroom.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { storeFile } from '../../src/storage/open-store.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aSharedParser } from '../feeds/a-shared-parser.ts'
import { anAsker } from './asker.ts'
import { RecordingChat } from './recording-chat.ts'

export type SampleNewsroom = Awaited<ReturnType<typeof openSampleNewsroom>>

/**
 * Opens the whole bot with the sample edition, a clock that stands at `start` (ISO 8601) until it is moved,
 * and a chat that records what is posted.
 */
export async function openSampleNewsroom(start: string) {
  const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
  if (!loaded.ok) throw new Error('the settings of the sample do not load')
  const dataDirectory = mkdtempSync(join(tmpdir(), 'dragoman-sample-'))
  let now = Date.parse(start)
  const sample = await serveSample('config/sample', { now: () => now })
  const settings = {
    ...loaded.settings,
    sources: sample.sources,
    briefings: [],
    dataDirectory,
    allowAddresses: ['127.0.0.1'],
  }
  const newsroom = await openNewsroom(settings, {
    now: () => now,
    steady: true,
    store: await openSqliteStore(storeFile(dataDirectory)),
    parser: aSharedParser(),
  })
  const { desk, store, view } = newsroom
  const chat = new RecordingChat({ platform: 'slack' })
  const bot = createBot({
    desk,
    store,
    requests: [],
    subscriptions: () => store.subscriptions(),
    settings,
    adapters: [chat],
    now: () => now,
  })
  const commands = allCommands(view)
  return {
    bot,
    chat,
    store,
    now: () => now,
    pass: (ms: number) => void (now += ms),
    ask: (text: string, change: Partial<Asker> = {}) => commands.answer(commands.read(text), anAsker(change)),
    close: async () => {
      await newsroom.close()
      await sample.close()
      rmSync(dataDirectory, { recursive: true })
    },
  }
}
