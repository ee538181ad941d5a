import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SourceHealth } from '../../src/records/message.ts'
import type { Source } from '../../src/records/source.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import { openNewsroom, type Newsroom } from '../../src/newsroom.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { anAsker } from '../fakes/asker.ts'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { rssText, type WrittenItem } from '../fakes/feed-text.ts'
import { aSharedParser } from './a-shared-parser.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const shipped = loaded.settings

const START = Date.parse('2026-03-10T08:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

let server: FeedServer
let home: string
let newsroom: Newsroom
let now: number

async function open(...sources: Partial<Source>[]): Promise<void> {
  newsroom = await openNewsroom(
    {
      ...shipped,
      dataDirectory: home,
      allowAddresses: ['127.0.0.1'],
      sources: sources.map((own) => ({
        id: 'gazette',
        name: 'Gazette',
        feed: `${server.origin}/gazette`,
        homepage: 'https://gazette.example/',
        country: 'LB',
        language: 'en',
        ownership: 'private',
        region: 'middle-east',
        ...own,
      })),
    },
    {
      now: () => now,
      store: await openSqliteStore(join(home, 'dragoman.sqlite')),
      parser: aSharedParser(),
    },
  )
}

beforeEach(async () => {
  server = await startFeedServer()
  home = mkdtempSync(join(tmpdir(), 'dragoman-health-'))
  now = START
})
afterEach(async () => {
  await newsroom.close()
  await server.close()
  rmSync(home, { recursive: true })
})

const english = (n: number): string => `Ferry number ${n} sails again from the old harbour of the town`
const persian = (n: number): string => `کشتی شمارهٔ ${n} دوباره از بندر قدیمی شهر به راه افتاد`
const itemsOf = (count: number, title: (n: number) => string, isDated = true): WrittenItem[] =>
  Array.from({ length: count }, (_, n) => ({
    title: title(n),
    guid: title(n),
    ...(isDated && { date: new Date(now - n * HOUR).toISOString() }),
  }))

/** Returns what people see who ask for ailing sources. */
async function ailing(): Promise<readonly SourceHealth[]> {
  const commands = allCommands(newsroom.view)
  const message = await commands.answer(commands.read('sources health'), anAsker())
  return message.kind === 'sources' ? message.sources : []
}

/** Changes the feed and reads it an hour later. */
async function readAnew(items: readonly WrittenItem[], extra = ''): Promise<void> {
  server.serve('/gazette', { body: rssText({ items, extra }) })
  now += HOUR
  await newsroom.desk.readDue()
}

describe('the health of a source', () => {
  it('tells that a feed changed its language, though all else is well', async () => {
    await open({})
    server.serve('/gazette', { body: rssText({ items: itemsOf(24, english) }) })
    await newsroom.desk.readDue()
    expect(await ailing()).toEqual([])
    const commands = allCommands(newsroom.view)
    expect(await commands.answer(commands.read('sources health'), anAsker())).toMatchObject({
      kind: 'notice',
      text: '1 source is read and works.',
    })
    now += 4 * HOUR
    server.serve('/gazette', { body: rssText({ items: itemsOf(24, persian) }) })
    await newsroom.desk.readDue()
    expect(await ailing()).toMatchObject([
      { state: 'active', finding: { kind: 'language', writes: 'fa', said: 'en' } },
    ])
  })

  it('tells that a feed lost entries or was cut, until it is whole again', async () => {
    await open({})
    await readAnew(itemsOf(3, english), '<item/><item></item>')
    expect(await ailing()).toMatchObject([{ state: 'active', finding: { kind: 'lost', entries: 2 } }])
    await readAnew(itemsOf(3, english))
    expect(await ailing()).toEqual([])
    await readAnew([], '<item/>')
    expect(await ailing()).toMatchObject([{ state: 'active', finding: { kind: 'lost', entries: 1 } }])
  })

  it('tells that a feed without dates has had nothing new', async () => {
    await open({})
    server.serve('/gazette', { body: rssText({ items: itemsOf(3, english, false) }) })
    await newsroom.desk.readDue()
    expect(await ailing()).toMatchObject([{ state: 'active', finding: { kind: 'undated' } }])
    // Every answer differs, but contains nothing new.
    for (let day = 1; day <= 10; day += 1) {
      now += DAY
      server.serve('/gazette', {
        body: rssText({ items: itemsOf(3, english, false), extra: `<generator>v${day}</generator>` }),
      })
      await newsroom.desk.readDue()
    }
    expect(await ailing()).toMatchObject([{ state: 'silent', finding: { kind: 'silent', days: 10 } }])
  })

  it('counts failures by kind over a month, through restarts and good days', async () => {
    await open({})
    const faults = [misbehaviour.challenge, misbehaviour.fault, misbehaviour.challenge]
    for (const fault of faults) {
      now += DAY
      server.serve('/gazette', fault)
      await newsroom.desk.readDue({ all: true })
      server.serve('/gazette', { body: rssText({ items: itemsOf(3, english) }) })
      await newsroom.desk.readDue({ all: true })
    }
    await newsroom.close()
    await open({})
    expect(await newsroom.view.sourceHealth()).toMatchObject([
      {
        state: 'active',
        failures: [
          { kind: 'bot-protection', times: 2 },
          { kind: 'server-error', times: 1 },
        ],
      },
    ])
    now += 31 * DAY
    expect(await newsroom.view.sourceHealth()).toMatchObject([{ failures: [] }])
  })
})

const teaser = (): string =>
  rssText({
    items: [{ title: english(1), guid: '1', link: `${server.origin}/ferry`, html: 'The ferry sails.' }],
  })

const texts = async (): Promise<readonly string[]> => {
  const heads = await newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
  const ids = heads.flatMap(({ reports }) => reports.map(({ articleId }) => articleId))
  const versions = await Promise.all(ids.map((id) => newsroom.store.versions(id)))
  return versions.flat().map(({ text }) => text)
}

describe('a source that lets us fetch its pages', () => {
  const page = {
    type: 'text/html',
    body: `<html><body><article>${'<p>The ferry carried 312 passengers over the bay on Tuesday, said the harbour office.</p>'.repeat(8)}</article></body></html>`,
  }
  it.each<[string, string, Partial<Source>, RegExp]>([
    ['gives the text of the page', '', { fullText: true }, /312 passengers/],
    [
      'keeps its teaser where robots.txt says no',
      'User-agent: *\nDisallow: /',
      { fullText: true },
      /^The ferry sails\.$/,
    ],
    ['keeps its teaser where it did not say so', '', {}, /^The ferry sails\.$/],
  ])('%s', async (_what, robots, own, expected) => {
    server.serve('/robots.txt', { body: robots, type: 'text/plain' })
    server.serve('/ferry', page)
    server.serve('/gazette', { body: teaser() })
    await open(own)
    await newsroom.desk.readDue()
    expect(await texts()).toEqual([expect.stringMatching(expected)])
    const fetched = server.requests.filter(({ path }) => path === '/ferry')
    expect(fetched).toHaveLength(expected.test(page.body) ? 1 : 0)
  })
})
