import { describe, expect, it } from 'vitest'
import type { FeedEntry } from '../../src/feeds/entry.ts'
import { NotAFeed } from '../../src/feeds/parse-feed.ts'
import { jsonText, rssText, someItems } from '../fakes/feed-text.ts'
import { entryOf, ofAtom, ofRss, parse } from './parsing.ts'

const NAMESPACES =
  '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">'

describe('parseFeed', () => {
  it.each<[string, string, Partial<FeedEntry>]>([
    [
      'a GUID that is an address as the link',
      ofRss('<guid>https://a.example/1</guid>'),
      { link: 'https://a.example/1', guid: 'https://a.example/1' },
    ],
    [
      'no link in a GUID that is none',
      ofRss('<title>A</title><guid isPermaLink="false">https://a.example/1</guid>'),
      { link: null },
    ],
    [
      'the link before the GUID',
      ofRss('<guid>https://a.example/g</guid><link>https://a.example/l</link>'),
      { link: 'https://a.example/l' },
    ],
    [
      'the address behind FeedBurner',
      ofRss(
        '<link>https://feeds.example/~r/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>',
        NAMESPACES,
      ),
      { link: 'https://a.example/1' },
    ],
    [
      'the whole text and the summary apart',
      ofRss('<description>Short</description><content:encoded>Long</content:encoded>', NAMESPACES),
      { summary: 'Short', content: 'Long' },
    ],
    [
      'Dublin Core',
      ofRss(
        '<dc:title>A</dc:title><dc:creator>Jane Doe</dc:creator><dc:date>2026-03-10T12:00:00Z</dc:date>',
        NAMESPACES,
      ),
      {
        title: 'A',
        author: 'Jane Doe',
        publishedAt: Date.UTC(2026, 2, 10, 12),
      },
    ],
    [
      'published and updated apart',
      ofRss(
        '<title>A</title><pubDate>Tue, 10 Mar 2026 12:00:00 GMT</pubDate><dcterms:modified>2026-03-10T13:00:00Z</dcterms:modified>',
        NAMESPACES,
      ),
      { publishedAt: Date.UTC(2026, 2, 10, 12), updatedAt: Date.UTC(2026, 2, 10, 13) },
    ],
    [
      'Atom inside RSS',
      ofRss(
        '<title>A</title><atom:link href="https://a.example/1"/><atom:updated>2026-03-10T13:00:00Z</atom:updated>',
        NAMESPACES,
      ),
      { link: 'https://a.example/1', updatedAt: Date.UTC(2026, 2, 10, 13) },
    ],
    ['a title only Media RSS gives', ofRss('<media:title>A</media:title>', NAMESPACES), { title: 'A' }],
    [
      'what iTunes knows',
      ofRss(
        '<title>A</title><itunes:author>Jane Doe</itunes:author><itunes:summary>S</itunes:summary>',
        NAMESPACES,
      ),
      { author: 'Jane Doe', summary: 'S' },
    ],
    [
      'the name of an author and not the address',
      ofRss('<title>A</title><author>jane@a.example (Jane Doe)</author>'),
      { author: 'Jane Doe' },
    ],
    [
      'the text of CDATA as it stands',
      ofRss('<title><![CDATA[Fish & chips]]></title>'),
      { title: 'Fish & chips' },
    ],
    [
      'a title without its markup',
      ofRss('<title>&lt;b&gt;Fish&lt;/b&gt; &amp;amp; chips</title>'),
      { title: 'Fish & chips' },
    ],
    [
      'a title with a sign that is no markup',
      ofRss('<title>1 &lt; 2 &amp; 3 > 2</title>'),
      { title: '1 < 2 & 3 > 2' },
    ],
    ['HTML entities', ofRss('<title>Caf&eacute; &mdash; m&#233;t&#xe9;o</title>'), { title: 'Café — météo' }],
    ['Windows-1252 references', ofRss('<title>It&#146;s</title>'), { title: 'It’s' }],
    [
      'the page of an Atom entry, not its other links',
      ofAtom(
        '<link rel="edit" href="https://a.example/e"/><link rel="alternate" type="application/json" href="https://a.example/j"/><link type="text/html" href="https://a.example/1"/>',
      ),
      { link: 'https://a.example/1' },
    ],
    [
      'the page that an Atom content lies on',
      ofAtom('<title>A</title><content src="https://a.example/1"/>'),
      { link: 'https://a.example/1' },
    ],
    [
      'Atom markup as HTML, its words in order',
      ofAtom(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three</div></title>',
      ),
      { title: 'One two three' },
    ],
    [
      'Atom 0.3 in base64',
      ofAtom(
        '<title mode="base64">QXRvbQ==</title><issued>2026-03-10T12:00:00Z</issued>',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#">',
      ),
      { title: 'Atom', publishedAt: Date.UTC(2026, 2, 10, 12) },
    ],
    [
      'several authors',
      ofAtom(
        '<title>A</title><author><name>Jane Doe</name><email>j@a.example</email></author><author><name>Joe Public</name></author>',
      ),
      { author: 'Jane Doe, Joe Public' },
    ],
    [
      'no date where it is unreadable',
      ofRss('<title>A</title><pubDate>last week</pubDate>'),
      { publishedAt: null, updatedAt: null },
    ],
    [
      'no address that is not of the web',
      ofRss('<title>A</title><link>javascript:alert(1)</link>'),
      { link: null },
    ],
  ])('reads %s', async (_what, text, expected) => {
    expect(await entryOf(text)).toMatchObject(expected)
  })

  it('resolves relative links against where the feed came from, or against its own link', async () => {
    const feed = ofRss('<title>A</title><link>/1</link>')
    expect(await entryOf(feed, { url: 'https://a.example/rss/feed.xml' })).toMatchObject({
      link: 'https://a.example/1',
    })
    expect(
      await entryOf(feed, {
        url: 'https://a.example/x',
        headers: { 'content-location': 'https://b.example/y' },
      }),
    ).toMatchObject({ link: 'https://b.example/1' })
    const own =
      '<rss version="2.0"><channel><link>https://c.example/</link><item><title>A</title><link>/1</link></item></channel></rss>'
    expect(await entryOf(own)).toMatchObject({ link: 'https://c.example/1' })
  })

  it('resolves them against what a feed says of its own place when nobody else knows', async () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://a.example/rss/feed"/><link href="/news/"/><entry><title>A</title><link href="/1"/></entry></feed>'
    expect(await parse(feed)).toMatchObject({
      link: 'https://a.example/news/',
      entries: [{ link: 'https://a.example/1' }],
    })
    expect(await parse(feed, { url: 'https://b.example/' })).toMatchObject({
      entries: [{ link: 'https://b.example/1' }],
    })
  })

  it('reads the channel', async () => {
    const extra =
      '<language>tr</language><ttl>15</ttl><skipHours><hour>0</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays><image><title>Logo</title><link>https://logo.example/</link></image>'
    expect(await parse(rssText({ title: 'Outlet &amp; Co', items: someItems(1), extra }))).toMatchObject({
      title: 'Outlet & Co',
      link: 'https://outlet.example/',
      description: 'News',
      language: 'tr',
      ttlMinutes: 15,
      skips: { hours: [0, 0], days: [0] },
    })
  })

  it('reads JSON Feed 1.0 and 1.1', async () => {
    const item = {
      id: '1',
      external_url: 'https://a.example/1',
      content_text: 'Text',
      date_modified: '2026-03-10T12:00:00Z',
    }
    const old = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'T',
      items: [{ ...item, author: { name: 'Jane Doe' } }],
    })
    const expected = {
      guid: '1',
      link: 'https://a.example/1',
      content: 'Text',
      author: 'Jane Doe',
      updatedAt: Date.UTC(2026, 2, 10, 12),
    }
    expect(await entryOf(old)).toMatchObject(expected)
    const current = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ ...item, authors: [{ name: 'Jane Doe' }] }],
    })
    expect(await entryOf(current)).toMatchObject(expected)
  })

  it('says how many entries had nothing in them, and that a feed was too long to be read completely', async () => {
    const { entries, lost } = await parse(ofRss('</item><item><title>A</title></item><item>'))
    expect([entries.length, lost]).toEqual([1, 2])
    for (const text of [rssText({ items: someItems(2100) }), jsonText({ items: someItems(2100) })]) {
      const long = await parse(text)
      expect([long.entries.length, long.truncated]).toEqual([2000, true])
    }
  })

  it.each([
    ['an empty answer', '  \n', 'empty'],
    ['a web page', '<!DOCTYPE html><html><head><title>Outlet</title></head></html>', 'html'],
    ['a head without its page', '<title>Outlet</title><p>One', 'unknown'],
    ['a body without its page', '<body><p>One</p></body>', 'unknown'],
    ['a script alone', '<script>location.reload()</script><p>Wait', 'unknown'],
    ['a piece of a page', '<p>One &nbsp; two<p><a href="https://a.example/">three</a>', 'fragment'],
    ['an error that PHP wrote', '\n<br />\n<b>Fatal error</b>: Uncaught', 'fragment'],
    ['words with markup', 'Service <em>closed</em> today', 'fragment'],
    ['prose', 'Fatal error in feed.php, 1 <2', 'unknown'],
    ['other XML', '<?xml version="1.0"?><opml><body/></opml>', 'unknown'],
    ['other JSON', '{"error":"not found"}', 'unknown'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1.1", ', 'unknown'],
  ])('rejects %s', async (_what, text, code) => {
    const error: unknown = await parse(text).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(NotAFeed)
    expect(error).toMatchObject({ code })
  })
})
