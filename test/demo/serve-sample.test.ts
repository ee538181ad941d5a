import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eld } from 'eld/small'
import { parseFeed } from 'feedsmith'
import { convert } from 'html-to-text'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readSample, type SampleOutlet } from '../../src/demo/sample-edition.ts'
import { type ServedSample, serveSample } from '../../src/demo/serve-sample.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'

const SAMPLE = 'config/sample'
const labelsSchema = z.object({
  stories: z.record(z.string(), z.object({ countries: z.array(z.string()), articles: z.array(z.string()) })),
})
const HOUR_MS = 3_600_000
const day = (day: number, hour: number) => Date.UTC(2026, 2, 8 + day, hour)

let edition: readonly SampleOutlet[]
let sample: ServedSample
let now = 0

beforeAll(async () => {
  edition = readSample(SAMPLE)
  sample = await serveSample(SAMPLE, { now: () => now })
})
afterAll(() => sample.close())

/** Reads one feed at a time of the edition. */
function read(sourceId: string, at: number, headers: Record<string, string> = {}): Promise<Response> {
  now = at
  const source = sample.sources.find((source) => source.id === sourceId)
  return fetch(source?.feed ?? 'no such source', { headers })
}

/** Returns every article of the edition with its outlet. */
function allArticles() {
  return edition.flatMap((outlet) => outlet.articles.map((article) => ({ outlet, article })))
}

async function expectedStories() {
  const { stories } = labelsSchema.parse(parse(await readFile('test/demo/expected-stories.yaml', 'utf8')))
  return Object.values(stories)
}

interface ShownItem {
  readonly id: string | undefined
  readonly link: string | undefined
  readonly title: string | undefined
  readonly html: string | undefined
}

/** Returns the items of a feed of any format, as an independent parser reads them. */
function itemsOf(text: string): readonly ShownItem[] {
  const { format, feed } = parseFeed(text)
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ guid, link, title, content }) => ({
        id: guid?.value,
        link,
        title,
        html: content?.encoded,
      }))
    case 'rdf':
      return (feed.items ?? []).map(({ rdf, link, title, content }) => ({
        id: rdf?.about,
        link,
        title,
        html: content?.encoded,
      }))
    case 'atom':
      return (feed.entries ?? []).map(({ id, links, title, content }) => ({
        id,
        link: links?.[0]?.href,
        title: title?.value,
        html: content?.value,
      }))
    default:
      return (feed.items ?? []).map(({ id, url, title, content_html }) => ({
        id,
        link: url,
        title,
        html: content_html,
      }))
  }
}

async function findItem(sourceId: string, at: number, titleWords: string): Promise<ShownItem | undefined> {
  return itemsOf(await (await read(sourceId, at)).text()).find((item) => item.title?.includes(titleWords))
}

describe('the sample edition', () => {
  it('has ten outlets and 55 to 70 articles', () => {
    expect(edition).toHaveLength(10)
    expect(allArticles().length).toBeGreaterThanOrEqual(55)
    expect(allArticles().length).toBeLessThanOrEqual(70)
  })

  it('spreads over four ownerships, five languages and all four days', () => {
    const published = allArticles().flatMap(({ article }) => article.published ?? [])
    expect(new Set(edition.map((outlet) => outlet.ownership))).toEqual(
      new Set(['state', 'public', 'private', 'independent']),
    )
    expect(new Set(edition.map((outlet) => outlet.language))).toEqual(new Set(['en', 'tr', 'ar', 'fr', 'fa']))
    expect(new Set(edition.map((outlet) => outlet.format))).toEqual(new Set(['rss', 'atom', 'rdf', 'json']))
    expect(new Set(published.map((at) => new Date(at).getUTCDate()))).toEqual(new Set([9, 10, 11, 12]))
  })

  it('gives every article enough text to summarise, in the language of its outlet', () => {
    for (const { outlet, article } of allArticles()) {
      const text = convert(article.body)
      expect.soft(text.length, article.id).toBeGreaterThan(300)
      expect.soft(eld.detect(text).language, article.id).toBe(outlet.language)
    }
  })

  it('links to .example addresses alone, so nothing of it leads to a real outlet', () => {
    for (const outlet of edition) expect(new URL(outlet.homepage).hostname).toMatch(/\.example$/)
  })

  it('has one expected story for each article', async () => {
    const labelled = (await expectedStories()).flatMap((story) => story.articles)
    expect(labelled.toSorted()).toEqual(
      allArticles()
        .map(({ article }) => article.id)
        .toSorted(),
    )
  })

  it('has nothing from West Africa on the last day', async () => {
    const westAfrican = (await expectedStories()).filter(({ countries }) =>
      countries.some((code) => ['CV', 'SN'].includes(code)),
    )
    const ids = new Set(westAfrican.flatMap((story) => story.articles))
    expect(ids.size).toBe(4)
    const told = allArticles().filter(({ article }) => ids.has(article.id))
    for (const { article } of told) expect(article.published).toBeLessThan(day(4, 0))
  })

  it('carries the wire text under the credit of its agency in three other outlets', () => {
    const lead = 'Five ships loaded with 214,000 tonnes of wheat'
    const carrying = allArticles().filter(({ article }) => article.body.includes(lead))
    expect(carrying.map(({ outlet }) => outlet.id)).toEqual([
      'meridian',
      'courier',
      'steppe-herald',
      'lighthouse',
    ])
    for (const { outlet, article } of carrying)
      expect(article.body).toContain(outlet.agency ? '(Meridian)' : 'Meridian News Agency')
  })

  it('revises only what was published before', () => {
    const revised = allArticles().flatMap(({ article }) =>
      article.revisions.map(({ from }) => ({ article, from })),
    )
    expect(revised).toHaveLength(3)
    for (const { article, from } of revised) expect(from).toBeGreaterThan(article.published ?? Infinity)
  })

  it('has settings of its own, and its outlets cover regions that the shipped settings know', () => {
    const loaded = loadSettings({ configDirectory: `${SAMPLE}/settings`, env: {} })
    const settings = loaded.ok ? loaded.settings : null
    expect(settings?.briefings.map((briefing) => briefing.id)).toEqual(['sample'])
    const regions = settings?.regions.map((region) => region.id)
    for (const outlet of edition) expect(regions).toContain(outlet.region)
  })
})

describe('serveSample', () => {
  const outlets = [
    'meridian',
    'courier',
    'steppe-herald',
    'bogaz',
    'rafidain',
    'jisr',
    'fleuve',
    'meuse',
    'chapar',
    'lighthouse',
  ]

  it.each(outlets)('serves what %s had published by the clock, readable in its format', async (id) => {
    const outlet = edition.find((outlet) => outlet.id === id)
    for (let at = day(1, 0); at < day(4, 0); at += 6 * HOUR_MS) {
      const response = await read(id, at)
      expect(response.status).toBe(200)
      const text = await response.text()
      expect(parseFeed(text).format).toBe(outlet?.format)
      const expected = outlet?.articles.filter(
        (article) => (article.appears ?? Number(article.published)) <= at,
      )
      const shown = itemsOf(text)
      expect(shown.map((item) => item.title)).toHaveLength(expected?.length ?? -1)
      for (const item of shown)
        expect(item).toMatchObject({
          title: expect.any(String),
          link: expect.any(String),
          html: expect.any(String),
        })
    }
  })

  it('hands the outlets out as sources on loopback', () => {
    expect(sample.sources.map((source) => source.id)).toEqual(outlets)
    for (const source of sample.sources) expect(source.feed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/feeds\//)
    expect(sample.sources.filter((source) => source.agency).map((source) => source.id)).toEqual(['meridian'])
  })

  it('answers 304 to the validators of an unchanged feed, and 200 once something was published', async () => {
    const first = await read('fleuve', day(3, 13))
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect((await read('fleuve', day(4, 20), { 'if-none-match': etag })).status).toBe(304)
    expect((await read('fleuve', day(4, 20), { 'if-modified-since': modified })).status).toBe(304)
    const old = (await read('fleuve', day(2, 12))).headers
    expect((await read('fleuve', day(3, 13), { 'if-none-match': old.get('etag') ?? '' })).status).toBe(200)
    expect(
      (await read('fleuve', day(3, 13), { 'if-modified-since': old.get('last-modified') ?? '' })).status,
    ).toBe(200)
  })

  it('lets an outlet be down on the fourth day', async () => {
    expect((await read('chapar', day(3, 23))).status).toBe(200)
    const response = await read('chapar', day(4, 5))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('3600')
  })

  it('shows a correction under the same GUID and link', async () => {
    const before = await findItem('steppe-herald', day(3, 15), 'key rate')
    const after = await findItem('steppe-herald', day(4, 5), 'key rate')
    expect(before?.title).toContain('14.25')
    expect(after?.title).toContain('14.75')
    expect(after?.html).toContain('Correction: an earlier version')
    expect([after?.id, after?.link]).toEqual([before?.id, before?.link])
  })

  it('drops tracking parameters from a link between two reads', async () => {
    const before = await findItem('bogaz', day(3, 15), 'metro')
    const after = await findItem('bogaz', day(4, 5), 'metro')
    expect(before?.link).toContain('?utm_source=rss')
    expect(after?.link).toBe('https://bogaz.example/haber/istanbul-halic-metro-gece')
  })

  it('sends the hostile item as it is: taming it is the reader’s work', async () => {
    const text = await (await read('lighthouse', day(3, 0))).text()
    for (const nasty of ['<script>', '@everyone', 'javascript:alert', '\u202E']) expect(text).toContain(nasty)
  })

  it('answers 404 to other paths', async () => {
    expect((await fetch(new URL('/feeds/nobody', sample.sources[0]?.feed))).status).toBe(404)
  })
})

describe('readSample', () => {
  let directory = ''
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sample-'))
    await mkdir(join(directory, 'articles'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  it('lists every mistake with its file, line and remedy', async () => {
    const outlets = ['outlets:', '  - id: paper', '    name: Paper', '    format: telex']
    const articles = [
      'articles:',
      '  - { id: a, link: /a, title: A, published: day 9 12:00, body: text }',
      '  - { id: a, link: a, title: A, body: text }',
    ]
    await writeFile(join(directory, 'outlets.yaml'), outlets.join('\n'))
    await writeFile(join(directory, 'articles', 'paper.yaml'), articles.join('\n'))
    await writeFile(join(directory, 'articles', 'stray.yaml'), 'articles: []')
    expect(() => readSample(directory)).toThrow(expect.objectContaining({ code: 'sample-invalid' }))
    const said = [
      /outlets\.yaml:2 'homepage' is missing/u,
      /outlets\.yaml:4 unknown format 'telex'; use one of rss/u,
      /paper\.yaml:2 'day 9 12:00' is no time of the edition; write day 1 to 4/u,
      /paper\.yaml:3 'a' is no link; write a path that starts with \//u,
      /paper\.yaml:3 id 'a' stands on line 2 already/u,
      /stray\.yaml: belongs to no outlet/u,
    ]
    for (const mistake of said) expect.soft(() => readSample(directory)).toThrow(mistake)
  })

  it('asks for a date or for the moment an undated article appears', async () => {
    await writeFile(join(directory, 'outlets.yaml'), 'outlets: []')
    await writeFile(
      join(directory, 'articles', 'paper.yaml'),
      'articles: [{ id: a, link: /a, title: A, body: text }]',
    )
    expect(() => readSample(directory)).toThrow(/'published' is missing: .*"appears"/u)
  })
})
