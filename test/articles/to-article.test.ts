import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/records/article.ts'
import { toArticle, toArticles } from '../../src/articles/to-article.ts'
import type { Entry } from '../../src/feeds/entry.ts'

const SEEN = Date.parse('2026-03-10T12:00:00Z')
const HOUR = 3_600_000
const source = { id: 'outlet', homepage: 'https://outlet.example/' }

const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  guid: 'g1',
  link: 'https://outlet.example/news/1',
  title: 'Dam opens',
  summary: null,
  content: null,
  author: null,
  publishedAt: SEEN - HOUR,
  updatedAt: null,
  text: 'The dam opened on Tuesday.',
  ...changes,
})

const article = (changes: Partial<Entry> = {}, from = source): Article | null =>
  toArticle(anEntry(changes), from, SEEN)
const idsOf = (...entries: Partial<Entry>[]): string[] =>
  toArticles({ entries: entries.map(anEntry) }, source, SEEN).map(({ id }) => id)

describe('toArticle', () => {
  it('carries over what the entry says', () => {
    expect(article()).toEqual({
      id: expect.stringMatching(/^[\w-]{16}$/),
      sourceId: 'outlet',
      url: 'https://outlet.example/news/1',
      guid: 'g1',
      title: 'Dam opens',
      text: 'The dam opened on Tuesday.',
      publishedAt: SEEN - HOUR,
      updatedAt: null,
      seenAt: SEEN,
      version: 1,
      contentHash: expect.stringMatching(/^[\w-]{22}$/),
    })
  })

  it.each<[string, Partial<Entry>]>([
    ['date', { publishedAt: SEEN - 9 * HOUR }],
    ['title and text', { title: 'Dam stays shut', text: 'Other text.' }],
    ['GUID', { guid: 'g2' }],
    ['tracking parameters', { link: 'http://www.outlet.example/news/1/?utm_source=feed#top' }],
  ])('keeps its id through a changed %s', (_what, changes) => {
    expect(article(changes)?.id).toBe(article()?.id)
  })

  it('is the same article in two feeds of an outlet', () => {
    const other = article({ guid: 'x' }, { id: 'outlet-world', homepage: 'https://outlet.example/world' })
    expect(other?.id).toBe(article()?.id)
  })

  it.each([
    ['a front page', 'https://outlet.example/'],
    ['the front page written otherwise', 'http://www.outlet.example'],
    ['another site’s front page', 'https://other.example/'],
    ['nothing', null],
  ])('goes by its GUID when the link is %s, within its source', (_what, link) => {
    expect(article({ link, title: 'Changed' })?.id).toBe(article({ link })?.id)
    expect(article({ link, guid: 'g2' })?.id).not.toBe(article({ link })?.id)
    expect(article({ link }, { ...source, id: 'another' })?.id).not.toBe(article({ link })?.id)
  })

  it('goes by its title when there is neither link nor GUID', () => {
    const bare = { link: null, guid: null }
    expect(article({ ...bare, publishedAt: null, text: 'Other' })?.id).toBe(article(bare)?.id)
    expect(article({ ...bare, title: 'Other' })?.id).not.toBe(article(bare)?.id)
  })

  it('is null when nothing identifies it', () => {
    expect(article({ link: null, guid: null, title: '', text: '' })).toBeNull()
  })

  it('changes its hash with a word of title or text, not with white space', () => {
    const hash = article()?.contentHash
    expect(article({ text: 'The  dam opened\non Tuesday.' })?.contentHash).toBe(hash)
    expect(article({ text: 'The dam opened on Monday.' })?.contentHash).not.toBe(hash)
    expect(article({ title: 'Dam shuts' })?.contentHash).not.toBe(hash)
  })

  it('takes the opening of a message without title as its title, and says it once', () => {
    expect(article({ title: '', text: 'Short message.\n\nMore of it.' })).toMatchObject({
      title: 'Short message.',
      text: 'More of it.',
    })
    const long = article({ title: '', text: 'word '.repeat(60).trim() })
    expect(long?.title).toMatch(/^(?:word ){20,23}word…$/)
    expect(long?.text).toHaveLength(299)
  })

  it('does not say the title again as its text', () => {
    expect(article({ text: 'Dam opens\n\nThe dam opened.' })?.text).toBe('The dam opened.')
    expect(article({ text: 'Dam opens' })?.text).toBe('')
  })

  it.each([
    ['its publication', { publishedAt: SEEN - HOUR, updatedAt: SEEN }, SEEN - HOUR],
    ['its update where it has no other', { publishedAt: null, updatedAt: SEEN - HOUR }, SEEN - HOUR],
    ['none, when it lies ahead', { publishedAt: SEEN + HOUR }, null],
    ['one a few minutes ahead, since clocks differ', { publishedAt: SEEN + HOUR / 12 }, SEEN + HOUR / 12],
  ])('is dated by %s', (_what, changes, expected) => {
    expect(article(changes)?.publishedAt).toBe(expected)
  })
})

describe('toArticles', () => {
  it('gives entries that share a link an id each', () => {
    const live = { link: 'https://outlet.example/live' }
    const ids = idsOf({ ...live, guid: 'a' }, { ...live, guid: 'b' }, { ...live, guid: 'c' })
    expect(new Set(ids).size).toBe(3)
    expect(idsOf({ ...live, guid: 'c' }, { ...live, guid: 'd' })[0]).toBe(ids[2])
  })

  it('goes by the title where even the GUID is shared', () => {
    const same = { link: null, guid: 'site' }
    expect(new Set(idsOf({ ...same, title: 'A' }, { ...same, title: 'B' })).size).toBe(2)
  })

  it('takes an entry that is repeated once, the first of them', () => {
    const entries = [anEntry({ title: 'New title' }), anEntry({ title: 'Old title' })]
    expect(toArticles({ entries }, source, SEEN).map(({ title }) => title)).toEqual(['New title'])
  })

  it('keeps the order of the feed and leaves out what nothing identifies', () => {
    const entries = [
      anEntry({ link: 'https://outlet.example/2', guid: '2' }),
      anEntry({ link: null, guid: null, title: '', text: '' }),
      anEntry(),
    ]
    expect(toArticles({ entries }, source, SEEN).map(({ url }) => url)).toEqual([
      'https://outlet.example/2',
      'https://outlet.example/news/1',
    ])
  })
})
