import { type FeedState, NEVER_READ } from '../../src/records/feed-state.ts'
import { afterAll, beforeAll } from 'vitest'
import { createFeedReader, type FeedReader, type FeedReaderOptions } from '../../src/feeds/feed-reader.ts'
import { type ReadOutcome } from '../../src/feeds/feed-reader.ts'
import { startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { aSharedParser } from './a-shared-parser.ts'

/** The clock's time at the beginning. */
export const START = Date.parse('2026-03-10T12:30:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * Creates a reader with a moved clock and a loopback server that it may read from, both for all tests of a
 * file.
 */
export function aReader() {
  let server: FeedServer
  let reader: FeedReader
  let clock = START
  let paths = 0

  const readerWith = (options: Partial<FeedReaderOptions> = {}): FeedReader =>
    createFeedReader(
      {
        userAgent: 'Dragoman/test (+https://dragoman.example)',
        allowAddresses: ['127.0.0.0/8'],
        timeoutMs: 1500,
        maxBytes: 1_000_000,
        now: () => clock,
        random: () => 0.5,
        ...options,
      },
      undefined,
      options.parser === undefined ? aSharedParser() : undefined,
    )

  beforeAll(async () => {
    server = await startFeedServer()
    reader = readerWith()
  })
  afterAll(async () => {
    await reader.close()
    await server.close()
  })

  return {
    readerWith,
    get server() {
      return server
    },
    setClock(time: number) {
      clock = time
    },
    /** Returns a path that has no answer yet. */
    somewhere: (): string => `/feed-${(paths += 1)}`,
    read: (feed: string, state: FeedState = NEVER_READ, language = 'en'): Promise<ReadOutcome> =>
      reader.read({ feed, language }, state),
    /** Reads once with a separate reader. */
    async readWith(
      options: Partial<FeedReaderOptions>,
      feed: string,
      state: FeedState = NEVER_READ,
    ): Promise<ReadOutcome> {
      const own = readerWith(options)
      try {
        return await own.read({ feed, language: 'en' }, state)
      } finally {
        await own.close()
      }
    },
  }
}
