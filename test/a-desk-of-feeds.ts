import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { createFeedReader, type FeedReader } from '../src/feeds/feed-reader.ts'
import { openNewsroom, type Newsroom } from '../src/newsroom.ts'
import type { Source } from '../src/records/source.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { openSqliteStore } from '../src/storage/sqlite/open-sqlite-store.ts'
import { aSharedParser } from './feeds/a-shared-parser.ts'
import { type FeedServer, startFeedServer } from './fakes/feed-server.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const shipped = loaded.settings

export const MINUTE = 60_000
/** The clock's time at the beginning. */
export const START = Date.parse('2026-03-10T08:00:00Z')

/** An entry of a feed. */
export const item = (
  guid: string,
  title: string,
  text = `${title}, the harbour office in Tripoli, Lebanon, said on Monday.`,
): string =>
  `<item><guid isPermaLink="false">${guid}</guid><link>https://gazette.example/${guid}</link><title>${title}</title><description>${text}</description><pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate></item>`
export const feed = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>Gazette</title>${items.join('')}</channel></rss>`

/** A news desk that reads feeds on loopback into a file by a moved clock; new for each test. */
export class DeskOfFeeds {
  #server: FeedServer | null = null
  #newsroom: Newsroom | null = null
  #home = ''
  now = START

  constructor() {
    beforeEach(async () => {
      this.#server = await startFeedServer()
      this.#home = mkdtempSync(join(tmpdir(), 'dragoman-desk-'))
      this.now = START
    })
    afterEach(async () => {
      await this.newsroom.close()
      await this.server.close()
      rmSync(this.#home, { recursive: true })
    })
  }

  get server(): FeedServer {
    if (this.#server === null) throw new Error('a test uses its server only while it runs')
    return this.#server
  }

  get newsroom(): Newsroom {
    if (this.#newsroom === null) throw new Error('no newsroom was opened')
    return this.#newsroom
  }

  /** A source whose feed is at `id`. */
  source(id: string): Source {
    return {
      id,
      name: id,
      feed: `${this.server.origin}/${id}`,
      homepage: 'https://gazette.example/',
      country: 'LB',
      language: 'en',
      ownership: 'private',
      region: 'middle-east',
    }
  }

  open(...ids: string[]): Promise<void> {
    return this.openSources(...ids.map((id) => this.source(id)))
  }

  async openSources(...sources: Source[]): Promise<void> {
    this.#newsroom = await openNewsroom(
      { ...shipped, sources, dataDirectory: this.#home, allowAddresses: ['127.0.0.1'] },
      {
        now: () => this.now,
        store: await openSqliteStore(join(this.#home, 'dragoman.sqlite')),
        parser: aSharedParser(),
      },
    )
  }

  /** A reader with the clock of this desk, for another desk on the same store. */
  reader(): FeedReader {
    const http = { userAgent: 'test', allowAddresses: ['127.0.0.1'], now: () => this.now }
    return createFeedReader(http, undefined, aSharedParser())
  }

  async articles() {
    const heads = await this.newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
    return heads.flatMap((story) => story.reports)
  }
}
