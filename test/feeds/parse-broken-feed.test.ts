import { describe, expect, it } from 'vitest'
import type { FeedEntry } from '../../src/feeds/entry.ts'
import { entryOf, ofAtom, ofRss, parse } from './parsing.ts'

describe('parseFeed, given what is not well-formed', () => {
  it.each<[string, string, Partial<FeedEntry>]>([
    ['no version', ofRss('<title>A</title>', '<rss>'), { title: 'A' }],
    [
      'upper case',
      '<RSS VERSION="2.0"><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>A</TITLE><PUBDATE>Tue, 10 Mar 2026 12:00:00 GMT</PUBDATE></ITEM></CHANNEL></RSS>',
      { title: 'A', publishedAt: Date.UTC(2026, 2, 10, 12) },
    ],
    [
      'prefixes on everything',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title><a:link href="https://a.example/1"/></a:entry></a:feed>',
      { title: 'A', link: 'https://a.example/1' },
    ],
    [
      'prefixes of its own',
      ofRss(
        '<d:creator>Jane Doe</d:creator>',
        '<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/">',
      ),
      { author: 'Jane Doe' },
    ],
    ['no root', '<channel><title>T</title><item><title>A</title></item></channel>', { title: 'A' }],
    [
      'items outside the channel',
      '<rss version="2.0"><channel><title>T</title></channel><item><title>A</title></item></rss>',
      { title: 'A' },
    ],
    [
      'words before it',
      `Warning: cannot open log\n<?xml version="1.0"?>${ofRss('<title>A</title>')}`,
      { title: 'A' },
    ],
    ['a page after it', `${ofRss('<title>A</title>')}<script>x</script>`, { title: 'A' }],
    [
      'no end',
      '<rss version="2.0"><channel><title>T</title><item><title>A</title><link>https://a.example/1</link>',
      { title: 'A', link: 'https://a.example/1' },
    ],
    [
      'unknown entities and bare ampersands',
      ofRss('<title>A &bogus; B & C</title><link>https://a.example/?a=1&copy=2</link>'),
      { title: 'A &bogus; B & C', link: 'https://a.example/?a=1&copy=2' },
    ],
    [
      'entities of its own',
      `<!DOCTYPE rss [<!ENTITY own "A & B"><!ENTITY mine "Own">]>${ofRss('<title>&mine; news</title>')}`,
      { title: 'Own news' },
    ],
    [
      'naked markup',
      ofRss('<description><p>One <b>two</b></p><p>three</p></description>'),
      { summary: '<p>One <b>two</b></p><p>three</p>' },
    ],
    [
      'a relative base',
      ofRss('<title>A</title><link>1.html</link>', '<rss version="2.0" xml:base="https://a.example/news/">'),
      { link: 'https://a.example/news/1.html' },
    ],
    [
      'a base in a base',
      ofRss(
        '<title>A</title><link>1.html</link>',
        '<rss version="2.0" xml:base="https://a.example/news/">',
      ).replace('<item>', '<item xml:base="deep/">'),
      { link: 'https://a.example/news/deep/1.html' },
    ],
    [
      'a base of the link alone',
      ofAtom(
        '<title>A</title><link xml:base="/other/" href="1.html"/>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/">',
      ),
      { link: 'https://a.example/other/1.html' },
    ],
    [
      'CDF',
      '<CHANNEL HREF="https://a.example/"><ABSTRACT>D</ABSTRACT><ITEM HREF="https://a.example/1"><TITLE>A</TITLE></ITEM></CHANNEL>',
      { title: 'A', link: 'https://a.example/1' },
    ],
  ])('repairs a feed with %s', async (_what, text, expected) => {
    expect(await entryOf(text)).toMatchObject(expected)
  })

  it.each([
    [
      'an unreadable Atom date',
      ofAtom('<title>A</title><updated>soon</updated></entry><entry><title>B</title>'),
    ],
    ['an Atom link without attributes', ofAtom('<title>A</title><link/></entry><entry><title>B</title>')],
    [
      'an element called like a method',
      ofRss('<title>A</title><pubDate><toString/></pubDate></item><item><title>B</title>'),
    ],
    ['an item that is not closed', ofRss('<title>A</title><item><title>B</title>')],
    ['a title that is not closed', ofRss('<title>A</item><item><title>B</title>')],
    ['a tag that is not finished', ofRss('<title>A</title><link</item><item><title>B</title>')],
    [
      'a description full of open tags',
      ofRss('<title>A</title><description><div><p><a></item><item><title>B</title>'),
    ],
  ])('loses nothing of its neighbour for %s', async (_what, text) => {
    const { entries } = await parse(text)
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B'])
  })

  describe.each([
    [
      'RSS',
      '<rss version="2.0"><channel><title>T</title>',
      'item',
      '<link>https://a.example/1</link>',
      'description',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>',
      'entry',
      '<link href="https://a.example/1"/>',
      'summary',
    ],
  ])('that is cut off in the middle (%s)', (_format, head, item, link, text) => {
    const first = `<${item}><title>First</title>${link}<${text}>190 people</${text}></${item}>`
    const last = `<${item}><title>Second report</title>${link.replace('/1', '/22')}<${text}>Nobody died, 190 were hurt</${text}></${item}>`

    it('leaves out the entry that it ends within, wherever that is', async () => {
      const whole = `${head}${first}${last}`
      // From behind the opening tag of the last entry up to its closing tag.
      const from = head.length + first.length + item.length + 3
      const until = whole.length - item.length - 3
      for (let length = from; length < until; length++) {
        const feed = await parse(whole.slice(0, length))
        expect(feed.entries).toMatchObject([
          { title: 'First', link: 'https://a.example/1', summary: '190 people' },
        ])
        expect(feed).toMatchObject({ lost: 1, cut: true })
      }
    })

    it('says so, and is read whole the next time', async () => {
      const cut = await parse(`${head}${first}${last.slice(0, -30)}`)
      expect(cut).toMatchObject({ entries: [{ title: 'First' }], lost: 1, cut: true })
      expect((await parse(`${head}${first}${last}`)).entries).toHaveLength(2)
    })
  })

  it('keeps the last entry of a feed that closes none', async () => {
    const { entries } = await parse(
      '<rss version="2.0"><channel><title>T</title><item><title>A</title><item><title>B',
    )
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B'])
  })
})
