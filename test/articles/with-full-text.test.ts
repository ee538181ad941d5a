import { describe, expect, it } from 'vitest'
import { toArticle, withFullText } from '../../src/articles/to-article.ts'
import type { PageReader } from '../../src/feeds/page-reader.ts'

const teaser = toArticle(
  {
    guid: '1',
    link: 'https://outlet.example/1',
    title: 'Dam opens',
    summary: null,
    content: null,
    author: null,
    publishedAt: null,
    updatedAt: null,
    text: 'The dam opened.',
  },
  { id: 'outlet', homepage: 'https://outlet.example/' },
  0,
)
if (teaser === null) throw new Error('the teaser is an article')

const whole = 'The dam opened. '.repeat(20)

describe('withFullText', () => {
  it('takes the text of the page, and stays the same version of the teaser', async () => {
    const full = await withFullText(teaser, async () => ({ status: 'read', text: whole }))
    expect(full).toEqual({ ...teaser, text: whole })
  })

  it.each<[string, Awaited<ReturnType<PageReader['read']>>]>([
    ['cannot be read', { status: 'failed', kind: 'server-error', text: 'The server has a fault (500).' }],
    ['says less', { status: 'read', text: 'Log in.' }],
    ['holds no article', { status: 'no-article' }],
  ])('keeps the teaser when the page %s', async (_what, outcome) => {
    expect(await withFullText(teaser, async () => outcome)).toBe(teaser)
  })

  it('asks for no page when the feed gave the whole text, or no address', async () => {
    const asked: string[] = []
    const ask: PageReader['read'] = async (url) => {
      asked.push(url)
      return { status: 'no-article' }
    }
    await withFullText({ ...teaser, text: 'word '.repeat(400) }, ask)
    await withFullText({ ...teaser, url: null }, ask)
    expect(asked).toEqual([])
  })
})
