import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { FeedState, Push } from '../../../src/records/feed-state.ts'
import type { Source } from '../../../src/records/source.ts'
import { openNewsroom, type Newsroom } from '../../../src/newsroom.ts'
import { loadSettings } from '../../../src/settings/load-settings.ts'
import { openSqliteStore } from '../../../src/storage/sqlite/open-sqlite-store.ts'
import { openPublicServer, type PublicServer } from '../../../src/web/open-public-server.ts'
import { startFeedServer, type FeedServer } from '../../fakes/feed-server.ts'
import { rssText, someItems } from '../../fakes/feed-text.ts'
import { startHub, type Hub } from '../../fakes/hub.ts'
import { patiently } from '../../patiently.ts'
import { aSharedParser } from '../a-shared-parser.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const shipped = loaded.settings

/** The clock's time at the beginning. */
export const START = Date.parse('2026-03-10T12:30:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A feed that offers a hub, both on loopback, and a newsroom that hubs can reach; new for each test. */
export class PushedGazette {
  #servers: { feeds: FeedServer; hub: Hub } | null = null
  #opened: { newsroom: Newsroom; web: PublicServer } | null = null
  #home = ''
  now = START
  sources: Source[] = []
  /** Kept when the newsroom is opened again. */
  port = 0

  constructor() {
    beforeEach(() => this.#begin())
    afterEach(() => this.#end())
  }

  get server(): FeedServer {
    return present(this.#servers).feeds
  }

  get hub(): Hub {
    return present(this.#servers).hub
  }

  get newsroom(): Newsroom {
    return present(this.#opened).newsroom
  }

  get feed(): string {
    return `${this.server.origin}/gazette`
  }

  async open(): Promise<void> {
    const settings = {
      ...shipped,
      sources: this.sources,
      dataDirectory: this.#home,
      allowAddresses: ['127.0.0.1'],
      web: { publicUrl: `http://127.0.0.1:${this.port}`, port: this.port, host: '127.0.0.1' },
    }
    const store = await openSqliteStore(join(this.#home, 'dragoman.sqlite'))
    const newsroom = await openNewsroom(settings, { now: () => this.now, store, parser: aSharedParser() })
    this.#opened = { newsroom, web: await openPublicServer({ ...settings.web, routes: newsroom.routes }) }
  }

  async close(): Promise<void> {
    await this.#opened?.web.close()
    await this.#opened?.newsroom.close()
  }

  /** Returns the feed's links to its hub and itself. */
  offered(): string {
    return link('hub', this.hub.address) + link('self', this.feed)
  }

  feedOf(items: number): string {
    return rssText({ items: someItems(items), extra: this.offered() })
  }

  async state(): Promise<FeedState | undefined> {
    return (await this.newsroom.store.feedStates()).get('gazette')
  }

  async push(): Promise<Push | null> {
    return (await this.state())?.push ?? null
  }

  async articles(): Promise<number> {
    return (await this.newsroom.store.counts()).articles
  }

  /** Waits until this many articles are stored. */
  async holds(articles: number): Promise<void> {
    await patiently(async () => {
      const kept = await this.articles()
      if (kept !== articles) throw new Error(`${kept} articles are kept, not ${articles}`)
    })
  }

  /** Returns the milliseconds until the next poll. */
  async wait(): Promise<number> {
    return ((await this.state())?.nextReadAt ?? 0) - this.now
  }

  /** Polls the feeds that are due and subscribes at hubs where that is due. */
  readDue(): ReturnType<Newsroom['desk']['readDue']> {
    return this.newsroom.desk.readDue()
  }

  /** Reads twice: the first read finds the hub, the second asks it. */
  async subscribe(): Promise<void> {
    await this.readDue()
    await this.readDue()
    const status = await this.hub.verify()
    if (status !== 200) throw new Error(`the hub was answered ${status}`)
  }

  async #begin(): Promise<void> {
    this.#servers = { feeds: await startFeedServer(), hub: await startHub() }
    this.#home = mkdtempSync(join(tmpdir(), 'dragoman-push-'))
    this.now = START
    const probe = await openPublicServer({
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1',
      routes: {},
    })
    this.port = probe.port
    await probe.close()
    this.server.serve('/gazette', { body: this.feedOf(3), etag: '"1"' })
    this.sources = [
      {
        id: 'gazette',
        name: 'Gazette',
        feed: this.feed,
        homepage: 'https://gazette.example/',
        country: 'LB',
        language: 'en',
        ownership: 'private',
        region: 'middle-east',
      },
    ]
    await this.open()
  }

  async #end(): Promise<void> {
    await this.close()
    await Promise.all([this.server.close(), this.hub.close()])
    rmSync(this.#home, { recursive: true })
  }
}

const link = (rel: string, href: string): string =>
  `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="${rel}" href="${href}"/>`

function present<T>(value: T | null): T {
  if (value === null) throw new Error('only inside a test')
  return value
}
