import type { ChatTools } from '../../src/chat/chat-platform.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/storage/store.ts'

/** A line of the log. */
interface Logged {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly fields: object
  readonly text: string
}

export interface FakeChatTools extends ChatTools {
  readonly store: Store
  readonly logged: Logged[]
}

/** What an adapter works with: a real store in memory, and a log that is kept. */
export async function chatTools(given?: Store): Promise<FakeChatTools> {
  const store = given ?? (await openSqliteStore(':memory:'))
  const logged: Logged[] = []
  const write = (level: Logged['level']) => (fields: object, text: string) =>
    void logged.push({ level, fields, text })
  return {
    memory: store,
    topicName: (code) => code,
    zone: 'UTC',
    language: 'en',
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    now: Date.now,
    resumeDestination: (destination) => store.resumeDestination(destination),
    async loseDestination(destination, { reason }) {
      await store.loseDestination(destination, Date.now(), { reason, notices: [] })
    },
    store,
    logged,
  }
}
