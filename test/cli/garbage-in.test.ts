import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { runDragoman, spawnDragoman, type Ran } from './run-dragoman.ts'

const NOBODY = 65_534

const GOOD = `<rss version="2.0"><channel><title>Harbour Gazette</title><item><guid>g1</guid>
<title>Ferry to Beirut sails again</title><link>https://gazette.example/ferry</link>
<description>The ferry between Tripoli and Beirut in Lebanon sailed again on Monday after two years in dock.</description>
</item></channel></rss>`

/** Encoded in ISO 8859-1 but declared as UTF-8. */
const LATIN = Buffer.from(
  `<rss version="2.0"><channel><title>Zeitung</title><item><guid>z1</guid>
<title>Zürich bakers strike</title><link>https://latin.example/bakers</link>
<description>The bakers of Zürich in Switzerland stopped work on Tuesday over the price of flour and their wages.</description>
</item></channel></rss>`,
  'latin1',
)

describe('garbage in', () => {
  let server: FeedServer
  let home: string
  beforeAll(async () => {
    server = await startFeedServer()
    server.serve('/good', { body: GOOD })
  })
  afterAll(() => server.close())
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'dragoman-garbage-'))
    mkdirSync(join(home, 'config'))
    chmodSync(home, 0o755)
    return () => rmSync(home, { recursive: true })
  })

  const source = (id: string, path: string): string =>
    `  - { id: ${id}, name: ${id}, homepage: "https://${id}.example/", feed: "${server.origin}${path}", country: LB, language: en, ownership: private, region: middle-east }`

  const briefs = 'briefings:\n  - { id: morning, title: Morning, at: ["08:00"] }\n'

  function run(args: readonly string[], sources: string, user?: number, briefings = briefs): Promise<Ran> {
    return runIn(home, args, sources, user, briefings)
  }

  function runIn(
    folder: string,
    args: readonly string[],
    sources: string,
    user?: number,
    briefings = briefs,
  ): Promise<Ran> {
    writeFileSync(join(folder, 'config', 'sources.yaml'), sources)
    writeFileSync(join(folder, 'config', 'briefings.yaml'), briefings)
    const env = {
      DRAGOMAN_CONFIG: join(folder, 'config'),
      DRAGOMAN_DATA: join(folder, 'data'),
      DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
    }
    return user === undefined ? runDragoman(args, { env }) : spawnDragoman(args, { env, user })
  }

  describe('when of many feeds one is good', () => {
    const bad = [
      ['page', 'an HTML page instead of a feed', misbehaviour.webPage, /page|feed/iu],
      ['nothing', 'nothing at all', misbehaviour.empty, /empty/iu],
      ['prose', 'something that is not XML', misbehaviour.notXml, /feed/iu],
      ['huge', 'more than ten megabytes', misbehaviour.huge, /large|MB/iu],
      ['challenge', 'a bot challenge', misbehaviour.challenge, /bot|refus/iu],
    ] as const
    let ran: Ran
    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'dragoman-garbage-'))
      for (const [id, , answer] of bad) server.serve(`/${id}`, answer)
      server.serve('/latin', { body: LATIN, type: 'application/rss+xml; charset=utf-8' })
      const ids = ['good', 'latin', ...bad.map(([id]) => id)]
      mkdirSync(join(folder, 'config'))
      const sources = `sources:\n${ids.map((id) => source(id, `/${id}`)).join('\n')}\n`
      ran = await runIn(folder, ['brief', '--json'], sources)
      return () => rmSync(folder, { recursive: true })
    })

    it.each(bad)('tells of %s, which is %s, as such', (id, _what, _answer, reason) => {
      const { failed } = JSON.parse(ran.out).briefing.coverage
      const told = failed.find(({ sourceId }: { sourceId: string }) => sourceId === id)
      expect(told.reason).toMatch(reason)
    })

    it('is stopped by none of them, nor by a character set that is stated wrongly', () => {
      const { coverage, sections } = JSON.parse(ran.out).briefing
      expect(coverage).toMatchObject({ sources: bad.length + 2, answered: 2 })
      const headlines = sections.flatMap(({ stories }: { stories: { headline: string }[] }) =>
        stories.map(({ headline }) => headline),
      )
      expect(headlines.toSorted()).toEqual(['Ferry to Beirut sails again', 'Zürich bakers strike'])
      expect(ran.code).toBe(3)
    })
  })

  it('names file, line and remedy of every mistake in the settings at once', async () => {
    const sources = `sources:\n${source('one', '/good').replace('middle-east', 'mideest')}\n${source('two', '/other').replace('private', 'royal')}\n`
    const { code, err } = await run(['brief'], sources)
    expect(err).toContain(`sources.yaml:2 unknown region 'mideest'; did you mean 'middle-east'?`)
    expect(err).toMatch(/sources\.yaml:3 .*royal/u)
    expect(code).toBe(2)
    expect(existsSync(join(home, 'data'))).toBe(false)
  })

  it('points at the line where YAML is broken', async () => {
    const { code, err } = await run(['brief'], 'sources:\n  - { id: one, name: "never closed }\n')
    expect(err).toMatch(/sources\.yaml:2 /u)
    expect(code).toBe(2)
  })

  it('says what to do when the data directory cannot be written, and loses nothing', async () => {
    mkdirSync(join(home, 'data'))
    chmodSync(join(home, 'data'), 0o555)
    const user = process.getuid?.() === 0 ? NOBODY : undefined
    const { code, err } = await run(['brief'], `sources:\n${source('good', '/good')}\n`, user)
    expect(err).toMatch(
      /^dragoman: Cannot write to .*dragoman\.sqlite\. Let the user that runs Dragoman write/u,
    )
    expect(code).toBe(1)
  })

  it('refuses a database of another program', async () => {
    mkdirSync(join(home, 'data'))
    writeFileSync(
      join(home, 'data', 'dragoman.sqlite'),
      'this is no database, but something dear to somebody'.repeat(40),
    )
    const { code, err } = await run(['brief'], `sources:\n${source('good', '/good')}\n`)
    expect(err).toContain('is not a Dragoman database')
    expect(code).toBe(1)
  })

  it.each([[['brief']], [['brief', 'evening']]])('says that no briefing is asked for: %j', async (args) => {
    const { code, err } = await run(
      args,
      `sources:\n${source('good', '/good')}\n`,
      undefined,
      'briefings: []\n',
    )
    expect(err).toBe(
      `no briefing is asked for in ${join(home, 'config', 'briefings.yaml')}; add one, config/README.md shows how\n`,
    )
    expect(code).toBe(2)
  })

  it.each([
    ['export', 'is there already; give another name', []],
    [
      'import',
      'give the path of the OPML list',
      ['--country=LB', '--region=middle-east', '--ownership=private'],
    ],
  ])('says what to do about the file of sources %s', async (name, remedy, labels) => {
    const file = join(home, 'list.opml')
    if (name === 'export') writeFileSync(file, 'something dear to somebody')
    const { code, err } = await run(
      ['sources', name, file, ...labels],
      `sources:\n${source('good', '/good')}\n`,
    )
    expect(err).toContain(file)
    expect(err).toContain(remedy)
    expect(err).not.toMatch(/EEXIST|ENOENT/u)
    expect(code).toBe(1)
  })

  it.each([
    [['brief', '--since', 'sometime'], /--since 'sometime' is no time/u],
    [['brief', '--since', '2014-03-10'], /--since '2014-03-10' is too long ago; at most 31 days/u],
    [['brief', 'evening'], /no briefing 'evening'.*morning/u],
    [['breif'], /unknown command 'breif'/u],
    [['start', '--clock-speed', 'fast'], /must be a number/u],
  ])('explains a wrong call: %j', async (args, reason) => {
    const { code, err } = await run(args, `sources:\n${source('good', '/good')}\n`)
    expect(err).toMatch(reason)
    expect(code).toBe(2)
  })
})
