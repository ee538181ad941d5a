import { describe, expect, it } from 'vitest'
import type { FeedEntry } from '../../src/feeds/entry.ts'
import { parseDate } from '../../src/feeds/parse-date.ts'
import type { FeedContext } from '../../src/feeds/parse-feed.ts'
import { entryOf, ofAtom, ofRss, parse } from './parsing.ts'

/**
 * What the documentation of Python's feedparser (https://feedparser.readthedocs.io) promises for the fields
 * that we read, each with its page. The feeds are our own.
 */
const WITH_MODULES =
  '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:xhtml="http://www.w3.org/1999/xhtml" ' +
  'xmlns:itunes="http://www.itunes.com/DTDs/PodCast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss">'
const BASED = '<rss version="2.0" xml:base="https://a.example/x/">'
const ATOM_03 = '<feed version="0.3" xmlns="http://purl.org/atom/ns#">'
const OF_RDF =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns="http://purl.org/rss/1.0/">'
const ofRdf = (item: string): string =>
  `${OF_RDF}<channel><title>T</title></channel><item rdf:about="https://a.example/1">${item}</item></rdf:RDF>`

type Case = readonly [what: string, feed: string, expected: Partial<FeedEntry>, context?: FeedContext]

const NOON = Date.UTC(2026, 2, 10, 12)

/** Reference: entries[i].title, .title_detail; “Namespace Handling”; “Sanitization”. */
const TITLES: readonly Case[] = [
  ['of an RSS item', ofRss('<dc:title>A</dc:title>', WITH_MODULES), { title: 'A' }],
  ['of an RDF item', ofRdf('<dc:title>A</dc:title>'), { title: 'A' }],
  [
    'in front of what media modules say',
    ofRss('<media:title>M</media:title><title>A</title>', WITH_MODULES),
    { title: 'A' },
  ],
  [
    'beside elements that have titles of their own',
    ofAtom('<source><title>S</title></source><title>A</title>'),
    { title: 'A' },
  ],
  [
    'with markup, of type html',
    ofAtom('<title type="html">A &lt;b&gt;B&lt;/b&gt;</title>'),
    { title: 'A B' },
  ],
  [
    'with elements, of type xhtml',
    ofAtom('<title type="xhtml"><div>A <b>B</b> &lt;c&gt;</div></title>'),
    { title: 'A B <c>' },
  ],
  ['with a bracket', ofRss('<title>1 &lt; 2 &amp;amp; 3 &gt; 2</title>'), { title: '1 < 2 & 3 > 2' }],
  [
    'with a bracket that nothing closes',
    ofRss('<title>If a &lt;b then c</title>'),
    { title: 'If a <b then c' },
  ],
  [
    'that looks like a declaration',
    ofRss('<title>The &lt;!important&gt; rule</title>'),
    { title: 'The <!important> rule' },
  ],
  [
    'that nearly is a declaration',
    ofRss('<title>Why &lt;!DOCTYPE exists</title>'),
    { title: 'Why <!DOCTYPE exists' },
  ],
]

/** Reference: entries[i].content, .summary; changes in 2.5.2, 2.6 and 4.2. */
const BODIES: readonly Case[] = [
  [
    'content:encoded of RDF',
    ofRdf('<content:encoded>&lt;p>A&lt;/p></content:encoded>'),
    { content: '<p>A</p>' },
  ],
  ['body', ofRss('<body><p>A</p></body>'), { content: '<p>A</p>' }],
  ['fullitem', ofRss('<fullitem>&lt;p>A&lt;/p></fullitem>'), { content: '<p>A</p>' }],
  ['xhtml:body', ofRss('<xhtml:body><p>A</p></xhtml:body>', WITH_MODULES), { content: '<p>A</p>' }],
  [
    'a div of XHTML without prefix',
    ofRss('<div xmlns="http://www.w3.org/1999/xhtml"><p>A</p></div>'),
    { content: '<p>A</p>' },
  ],
  [
    'content in a namespace of its own',
    ofRss('<z:content xmlns:z="http://schemas.pocketsoap.com/rss/myDescModule/">A</z:content>'),
    { content: 'A' },
  ],
  [
    'both a summary and a description',
    ofRss('<description>D</description><summary>S</summary>'),
    { summary: 'S', content: 'D' },
  ],
  ['dc:description', ofRdf('<dc:description>D</dc:description>'), { summary: 'D' }],
  [
    'base64 of Atom 0.3',
    ofAtom('<content mode="base64" type="text/html">PHA+QTwvcD4=</content>', ATOM_03),
    { content: '<p>A</p>' },
  ],
  [
    'escaped HTML in a div that is not escaped',
    ofAtom('<content type="html"><div>A &lt;b&gt;B&lt;/b&gt;</div></content>'),
    { content: '<div>A <b>B</b></div>' },
  ],
  [
    'XHTML about markup',
    ofAtom('<content type="xhtml"><div>The &lt;b&gt; element</div></content>'),
    { content: '<div>The &lt;b&gt; element</div>' },
  ],
]

/** Reference: entries[i].link, .id; “Relative Link Resolution”; RFC 4287, 4.2.7.2. */
const LINKS: readonly Case[] = [
  [
    'the alternate one',
    ofAtom('<link rel="self" href="https://a.example/f"/><link rel="alternate" href="https://a.example/1"/>'),
    { link: 'https://a.example/1' },
  ],
  [
    'a relation written in full',
    ofAtom('<link rel="http://www.iana.org/assignments/relation/alternate" href="https://a.example/1"/>'),
    { link: 'https://a.example/1' },
  ],
  [
    'a guid in its place',
    ofRss('<guid>https://a.example/1</guid>'),
    { link: 'https://a.example/1', guid: 'https://a.example/1' },
  ],
  ['a relative guid in its place', ofRss('<guid>y/1</guid>', BASED), { link: 'https://a.example/x/y/1' }],
  [
    'no guid that is no link',
    ofRss('<guid ispermalink="False">https://a.example/1</guid><title>A</title>'),
    { link: null, guid: 'https://a.example/1' },
  ],
  [
    'relative to xml:base',
    ofRss('<link>1.html</link><title>A</title>', BASED),
    { link: 'https://a.example/x/1.html' },
  ],
  [
    'relative to Content-Location',
    ofAtom('<link href="1.html"/>'),
    { link: 'https://a.example/x/1.html' },
    { headers: { 'content-location': '/x/' }, url: 'https://a.example/feed' },
  ],
  [
    'relative to the feed where Content-Location is no place',
    ofAtom('<link href="/1.html"/>'),
    { link: 'https://a.example/1.html' },
    { headers: { 'content-location': 'javascript:alert(1)' }, url: 'https://a.example/feed' },
  ],
  ['the name that RDF gives an item', ofRdf('<title>A</title>'), { guid: 'https://a.example/1' }],
  [
    'the own name of an entry, not of what is in it',
    ofAtom('<source><id>S</id></source><id>tag:a.example,2026:1</id>'),
    { guid: 'tag:a.example,2026:1' },
  ],
]

/** Reference: entries[i].author_detail; changes in 3.0 and 4.2. */
const AUTHORS: readonly Case[] = [
  ...[
    'j@a.example (Jane Doe)',
    'Jane Doe (j@a.example)',
    'Jane Doe &lt;j@a.example&gt;',
    '&lt;j@a.example&gt; Jane Doe',
    'Jane Doe j@a.example',
    'mailto:j@a.example Jane Doe',
  ].map((author): Case => [author, ofRss(`<author>${author}</author>`), { author: 'Jane Doe' }]),
  [
    'a name with brackets',
    ofRss('<author>j@a.example (Jane (JD) Doe)</author>'),
    { author: 'Jane (JD) Doe' },
  ],
  ['an address alone', ofRss('<author>j@a.example</author>'), { author: 'j@a.example' }],
  ['dc:author', ofRss('<dc:author>Jane Doe</dc:author>', WITH_MODULES), { author: 'Jane Doe' }],
  ['dc:creator of RDF', ofRdf('<dc:creator>Jane Doe</dc:creator>'), { author: 'Jane Doe' }],
  ['itunes:author', ofRss('<itunes:author>Jane Doe</itunes:author>', WITH_MODULES), { author: 'Jane Doe' }],
  [
    'the other namespace of iTunes',
    ofRss(
      '<i:author>Jane Doe</i:author>',
      '<rss version="2.0" xmlns:i="http://example.com/DTDs/PodCast-1.0.dtd">',
    ),
    { author: 'Jane Doe' },
  ],
  [
    'a namespace in capitals',
    ofRss(
      '<d:creator>Jane Doe</d:creator>',
      '<rss version="2.0" xmlns:d="HTTP://PURL.ORG/DC/ELEMENTS/1.1/">',
    ),
    { author: 'Jane Doe' },
  ],
]

/** Reference: entries[i].published, .updated, .created; “Content Normalization” for CDF. */
const DATES: readonly Case[] = [
  [
    'Atom 0.3',
    ofAtom('<issued>2026-03-10T12:00:00Z</issued><modified>2026-03-10T12:00:00Z</modified>', ATOM_03),
    { publishedAt: NOON, updatedAt: NOON },
  ],
  [
    'dcterms',
    ofRss(
      '<dcterms:issued>2026-03-10T12:00Z</dcterms:issued><dcterms:modified>2026-03-10T12:00Z</dcterms:modified>',
      WITH_MODULES,
    ),
    { publishedAt: NOON, updatedAt: NOON },
  ],
  [
    'a draft, where nothing else is said',
    ofRss('<dcterms:created>2026-03-10T12:00Z</dcterms:created>', WITH_MODULES),
    { publishedAt: NOON },
  ],
  [
    'CDF',
    '<CHANNEL><ITEM HREF="https://a.example/1" LASTMOD="2026-03-10T12:00Z"><TITLE>A</TITLE></ITEM></CHANNEL>',
    { updatedAt: NOON, link: 'https://a.example/1' },
  ],
]

describe('parseFeed keeps what feedparser promises', () => {
  const groups = { title: TITLES, body: BODIES, link: LINKS, author: AUTHORS, date: DATES }
  const cases = Object.entries(groups).flatMap(([field, list]) =>
    list.map(([what, feed, expected, context]) => ({ name: `${field}: ${what}`, feed, expected, context })),
  )
  it.each(cases)('$name', async ({ feed, expected, context }) => {
    expect(await entryOf(feed, context)).toMatchObject(expected)
  })

  /** Reference: feed.title, feed.subtitle, feed.link. */
  it.each([
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><subtitle>D</subtitle><link href="https://a.example/"/></feed>',
    ],
    [
      'Atom 0.3',
      `${ATOM_03}<title>A</title><tagline>D</tagline><link rel="alternate" href="https://a.example/"/></feed>`,
    ],
    [
      'RDF with a picture and a text box',
      `${OF_RDF}<image><title>I</title><link>https://i.example/</link></image><channel><dc:title>A</dc:title><dc:description>D</dc:description><link>https://a.example/</link></channel><textinput><title>X</title><description>X</description></textinput></rdf:RDF>`,
    ],
    [
      'RSS of iTunes',
      `${WITH_MODULES}<channel><title>A</title><itunes:subtitle>D</itunes:subtitle><link>https://a.example/</link></channel></rss>`,
    ],
    ['CDF', '<CHANNEL HREF="https://a.example/"><TITLE>A</TITLE><ABSTRACT>D</ABSTRACT></CHANNEL>'],
  ])('title, description and link of a feed in %s', async (_format, feed) => {
    expect(await parse(feed)).toMatchObject({ title: 'A', description: 'D', link: 'https://a.example/' })
  })

  /**
   * “Date Parsing”: recognized formats and zones. Dates and times that do not exist count as missing here.
   */
  it.each([
    ['-03-12', '2003-12-01T00:00:00Z'],
    ['-0312', '2003-12-01T00:00:00Z'],
    ['-03-12-31', '2003-12-31T00:00:00Z'],
    ['031231', '2003-12-31T00:00:00Z'],
    ['200312', '2003-12-01T00:00:00Z'],
    ['03335', '2003-12-01T00:00:00Z'],
    ['2003-335', '2003-12-01T00:00:00Z'],
    ['Mon, 26 Jan 2004 16:31:00 AT', '2004-01-26T20:31:00Z'],
    ['Mon, 26 Jan 2004 16:31:00 ET', '2004-01-26T21:31:00Z'],
    ['Mon, 26 Jan 2004 16:31:00 CT', '2004-01-26T22:31:00Z'],
    ['Mon, 26 Jan 2004 16:31:00 MT', '2004-01-26T23:31:00Z'],
    ['Mon, 26 Jan 2004 16:31:00 PT', '2004-01-27T00:31:00Z'],
    ['Mon, 26, Jan 2004 16:31:00 GMT', '2004-01-26T16:31:00Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['Κυρ, 13 Ιούν 2004 12:00:00 EST', '2004-06-13T17:00:00Z'],
  ])('the date %s', (written, expected) => {
    expect(parseDate(written)).toBe(Date.parse(expected))
  })
})
