import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { analyseHere } from '../src/analysis/analyse-here.ts'
import { keepForEditor, withWaitingVersions, placeWaiting } from '../src/between-desks.ts'
import { createEditor } from '../src/editor.ts'
import type { ReadOutcome } from '../src/feeds/feed-reader.ts'
import { createNewsDesk } from '../src/news-desk.ts'
import { createReadingDesk } from '../src/reading-desk.ts'
import { NEVER_READ } from '../src/records/feed-state.ts'
import type { Store } from '../src/records/ports/store.ts'
import type { Source } from '../src/records/source.ts'
import { openPostgresStore } from '../src/storage/postgres/open-postgres-store.ts'
import { openSqliteStore } from '../src/storage/sqlite/open-sqlite-store.ts'
import { createSettlingGrouper } from '../src/stories/create-settling-grouper.ts'
import { aPostgresDatabase, noPostgres } from './fakes/a-postgres.ts'

const STREAM = '../shared/data/stream/articles.jsonl'
const HOUR = 3_600_000
const READERS = 4

/** The first days of the stream: some thousand reports of about a hundred outlets. */
const ARTICLES = 2_500

const row = z.object({
  id: z.string(),
  outlet: z.string(),
  title: z.string(),
  text: z.string(),
  published: z.string().transform((moment) => Date.parse(moment)),
})
type Row = z.infer<typeof row>

/** Reads the articles of the stream by hour, and a source for each outlet, in the order of ids. */
function readStream() {
  const lines = readFileSync(STREAM, 'utf8').split('\n').filter(Boolean).slice(0, ARTICLES)
  const rows = lines.map((line) => row.parse(JSON.parse(line)))
  const hours = Map.groupBy(rows, ({ published }) => Math.floor(published / HOUR))
  const outlets = [...new Set(rows.map(({ outlet }) => outlet))]
  const sources = outlets.map((name, index): Source => {
    const id = `outlet-${String(index).padStart(5, '0')}`
    const site = `https://${id}.example/`
    const kind = { country: 'US', language: 'en', ownership: 'private', region: 'world' } as const
    return { id, name, homepage: site, feed: `${site}feed`, ...kind }
  })
  return { hours: [...hours].sort(([one], [other]) => one - other), sources }
}

const entryOf = ({ id, title, text, published }: Row) => ({
  guid: id,
  link: `https://reports.example/${id}`,
  title,
  summary: null,
  content: null,
  author: null,
  publishedAt: published,
  updatedAt: null,
  text,
})

/** Feeds with what their outlets published in the current hour. */
function readingStream(hour: () => { readonly at: number; readonly rows: readonly Row[] }) {
  return {
    readDelivery: () => Promise.reject(new Error('no hub delivers here')),
    async read(source: Source): Promise<ReadOutcome> {
      const { at, rows } = hour()
      const entries = rows.filter(({ outlet }) => outlet === source.name).map(entryOf)
      const rest = { link: null, description: '', language: null, lost: 0, truncated: false }
      const feed = {
        title: source.name,
        entries,
        ...rest,
        ttlMinutes: null,
        hubs: [],
        self: null,
        skips: { hours: [], days: [] },
      }
      return { status: 'new', feed, state: { ...NEVER_READ, lastTriedAt: at, lastSuccessAt: at } }
    },
  }
}

async function storiesIn(store: Store): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const placed = await store.placedArticles(0)
  return new Map(placed.map(({ id, storyId, storylineId, copyOf }) => [id, [storyId, storylineId, copyOf]]))
}

const missing = existsSync(STREAM) ? noPostgres : 'no ../shared/data/stream'

describe.skipIf(missing !== null)(`four readers and an editor (${missing ?? 'here'})`, () => {
  it('make the stories that one process makes', { timeout: 900_000 }, async () => {
    const { hours, sources } = readStream()
    let hour: { readonly at: number; readonly rows: readonly Row[] } = { at: 0, rows: [] }
    const now = () => hour.at
    const common = { reader: readingStream(() => hour), tagging: analyseHere(), now }

    const alone = await openSqliteStore(':memory:')
    const desk = createNewsDesk({
      ...common,
      sources,
      store: alone,
      grouper: createSettlingGrouper(),
      readers: 1,
    })

    const { store, shared } = await openPostgresStore(await aPostgresDatabase(), { shared: true })
    const term = await shared.acquireRole('editor')
    if (term === null) throw new Error('nobody else holds it')
    const editor = createEditor({ store, grouper: createSettlingGrouper(), now })
    const known = { ...store, knownVersions: withWaitingVersions(store, shared) }
    const readers = Array.from({ length: READERS }, (_, nth) =>
      createReadingDesk({
        ...common,
        sources: sources.filter((_source, index) => index % READERS === nth),
        store: known,
        keeper: keepForEditor(shared, known, now),
      }),
    )

    for (const [index, rows] of hours) {
      hour = { at: (index + 1) * HOUR, rows }
      await desk.readDue({ all: true })
      await Promise.all(readers.map((reader) => reader.readDue({ all: true })))
      editor.forget()
      while ((await placeWaiting(editor, shared, term)) > 0);
    }

    const [one, several] = [await storiesIn(alone), await storiesIn(store)]
    expect(several.size).toBeGreaterThan(ARTICLES * 0.9)
    expect(several).toEqual(one)
    await term.release()
    await Promise.all([alone.close(), store.close()])
  })
})
