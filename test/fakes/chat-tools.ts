import type { ChatTools } from '../../src/chat/chat-platform.ts'
import type { FatalError } from '../../src/chat/fatal-error.ts'
import { destinationTools } from '../../src/cli/open-chats.ts'
import { loseDestination } from '../../src/delivery/owner-notices.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'

/** A line of the log. */
interface Logged {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly fields: object
  readonly text: string
}

export interface FakeChatTools extends ChatTools {
  readonly store: Store
  readonly logged: Logged[]
  /** Errors with which the adapter ended the program. */
  readonly ended: FatalError[]
  /** Milliseconds until each request was acknowledged. */
  readonly acknowledged: number[]
}

/** Creates the tools of an adapter: a real store in memory, and a log that is kept. */
export async function chatTools(given?: Store): Promise<FakeChatTools> {
  const store = given ?? (await openSqliteStore(':memory:'))
  const logged: Logged[] = []
  const ended: FatalError[] = []
  const acknowledged: number[] = []
  const write = (level: Logged['level']) => (fields: object, text: string) =>
    void logged.push({ level, fields, text })
  return {
    memory: store,
    topicName: (code) => code,
    zone: 'UTC',
    language: 'en',
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    now: Date.now,
    drawPictures: () => Promise.resolve([]),
    ...destinationTools(store),
    async loseDestination(destination, lost) {
      const there = await store.subscriptions({ to: destination })
      await loseDestination(destination, lost, {
        outbox: store,
        owners: { ofDestination: async () => [], ofSubscription: async () => null },
        isSubscribed: () => there.length > 0,
        at: Date.now(),
      })
    },
    noteAcknowledged: (_platform, ms) => void acknowledged.push(ms),
    endProgram: (error) => void ended.push(error),
    store,
    logged,
    ended,
    acknowledged,
  }
}
