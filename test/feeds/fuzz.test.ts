import {
  anything,
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  option,
  property,
  record,
  string,
  uint8Array,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/feeds/decode.ts'
import type { ParsedFeed } from '../../src/feeds/entry.ts'
import { MAX_ENTRIES } from '../../src/feeds/normalise-feed.ts'
import { NotOpml, readOpml } from '../../src/feeds/opml.ts'
import { NotAFeed, readEntries } from '../../src/feeds/parse-feed.ts'
import { atomText, jsonText, rdfText, rssText, someItems } from '../fakes/feed-text.ts'
import { effort } from '../effort.ts'

/** Whether all fields of a feed are within our limits and every address is valid. */
const isWithinLimits = ({ entries, title, description, hubs, skips }: ParsedFeed): boolean =>
  entries.length <= MAX_ENTRIES &&
  title.length <= 4000 &&
  description.length <= 4000 &&
  hubs.length <= 15 &&
  skips.hours.every((hour) => hour >= 0 && hour < 24) &&
  entries.every(
    (entry) =>
      (entry.link === null || (/^https?:\/\//i.test(entry.link) && entry.link.length < 13_000)) &&
      entry.title.length <= 4000 &&
      entry.text.length <= 200_000 &&
      (entry.guid?.length ?? 0) <= 4096 &&
      (entry.author?.length ?? 0) <= 300 &&
      [entry.publishedAt, entry.updatedAt].every((date) => date === null || Number.isFinite(date)),
  )

/** Whether the result is a feed within the limits or a reason for refusal, and no other error. */
const isAnswered = async (bytes: Uint8Array, language?: string): Promise<boolean> => {
  try {
    return isWithinLimits(await readEntries(bytes, { language }))
  } catch (error) {
    return error instanceof NotAFeed
  }
}

describe('decode, given anything', () => {
  const charset = oneof(
    string({ maxLength: 12 }),
    constantFrom(
      'utf-8',
      'UTF8',
      'utf-16',
      'utf-16be',
      'utf-32',
      'ucs-2',
      'us-ascii',
      'iso-8859-1',
      'iso-8859-9',
      'windows-1256',
      'windows-1254',
      'koi8-r',
      'gb18030',
      'big5',
      'euc-kr',
      'shift_jis',
      'iso-2022-jp',
      'hz-gb-2312',
      'utf-7',
      'ibm866',
      'x-mac-cyrillic',
      'base64',
      'hex',
      'binary',
      '__proto__',
      'constructor',
      'toString',
    ),
  )

  it('gives a text no longer than the bytes, whatever they are said to be', () => {
    assert(
      property(
        uint8Array({ maxLength: 300 }),
        option(charset),
        option(charset),
        option(constantFrom('ar', 'fa', 'ru', 'tr', 'zh', 'xx', '__proto__')),
        (bytes, header, declared, language) => {
          const written =
            declared === null
              ? bytes
              : Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${declared}"?>`), bytes])
          const { text, charset: used } = decode(written, {
            contentType: header === null ? undefined : `text/xml; charset=${header}`,
            language: language ?? undefined,
          })
          expect(text.length).toBeLessThanOrEqual(written.length)
          expect(used).toBe(used.toLowerCase())
        },
      ),
      { numRuns: effort(3000) },
    )
  })
})

describe('readEntries, given anything', () => {
  const whole = [
    rssText({ items: someItems(3) }),
    atomText({ items: someItems(3) }),
    rdfText({ items: someItems(3) }),
    jsonText({ items: someItems(3) }),
  ]

  it('reads any bytes as a feed or says that they are none', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await isAnswered(bytes)).toBe(true)
      }),
      { numRuns: effort(300) },
    )
  })

  it('reads feeds with pieces cut out and others put in', async () => {
    const piece = oneof(
      string({ maxLength: 20 }),
      constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '<item>',
        '</item>',
        '<entry>',
        '</channel>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<!DOCTYPE',
        '&',
        '&#0;',
        '&#x110000;',
        ' xmlns=""',
        ' xml:base="http://["',
        '<title type="xhtml">',
        '<link href="',
        '\u0000',
        '\ufeff',
        '{',
        '"',
        '<rss>',
        '<?xml encoding="utf-16"?>',
      ),
    )
    await assert(
      asyncProperty(
        constantFrom(...whole),
        array(piece, { maxLength: 6 }),
        array(constantFrom(0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95), { minLength: 6, maxLength: 6 }),
        async (feed, pieces, places) => {
          const broken = pieces.reduce((text, inserted, index) => {
            const at = Math.floor(text.length * (places[index] ?? 0.5))
            return text.slice(0, at) + inserted + text.slice(at + (index % 2 === 0 ? 0 : 7))
          }, feed)
          expect(await isAnswered(Buffer.from(broken))).toBe(true)
        },
      ),
      { numRuns: effort(1500) },
    )
  }, 60_000)

  it('reads JSON that calls itself a feed, whatever is in it', async () => {
    await assert(
      asyncProperty(anything(), anything(), async (items, title) => {
        const text = JSON.stringify(
          { version: 'https://jsonfeed.org/version/1.1', title, items },
          (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
        )
        expect(await isAnswered(Buffer.from(text))).toBe(true)
      }),
      { numRuns: effort(300) },
    )
  })

  it('keeps to the limits, however long and many things are', async () => {
    const long = option(oneof(nat(20), nat(60_000)))
    await assert(
      asyncProperty(
        constantFrom('rss', 'atom', 'json'),
        oneof(nat(3), constantFrom(2100)),
        record({
          title: long,
          link: long,
          guid: long,
          author: long,
          category: long,
          text: long,
          language: long,
        }),
        async (format, count, lengths) => {
          const of = (length: number | null, letter = 'x '): string | undefined =>
            length === null ? undefined : letter.repeat(Math.ceil(length / (count > 3 ? 1000 : 1)))
          expect(await isAnswered(Buffer.from(longFeed(format, count, lengths, of)))).toBe(true)
        },
      ),
      { numRuns: effort(25) },
    )
  }, 60_000)
})

/** A feed of a format with fields of this length. */
function longFeed(
  format: string,
  count: number,
  lengths: Readonly<
    Record<'title' | 'link' | 'guid' | 'author' | 'category' | 'text' | 'language', number | null>
  >,
  of: (length: number | null, letter?: string) => string | undefined,
): string {
  const link = `https://outlet.example/${of(lengths.link, 'x') ?? ''}`
  const own = {
    title: of(lengths.title) ?? '',
    guid: of(lengths.guid, 'g') ?? '',
    html: of(lengths.text, '<b>x</b> ') ?? '',
  }
  const items = Array.from({ length: count }, () => ({ ...own, link }))
  const rest = `<author>${of(lengths.author) ?? ''}</author>${`<category>${of(lengths.category) ?? ''}</category>`.repeat(60)}<language>${of(lengths.language, 'e') ?? ''}</language>`
  if (format === 'rss') return rssText({ title: own.title, items }).replaceAll('</item>', `${rest}</item>`)
  if (format === 'atom')
    return atomText({ title: own.title, items }).replaceAll('</entry>', `${rest}</entry>`)
  return jsonText({ items }).replaceAll(
    '"id"',
    `"authors":${JSON.stringify(Array.from({ length: 60 }, () => ({ name: of(lengths.author) })))},"language":"${of(lengths.language, 'e') ?? ''}","id"`,
  )
}

function isOpmlAnswered(text: string): boolean {
  try {
    return readOpml(text).feeds.every(({ feed }) => /^https?:\/\//i.test(feed))
  } catch (error) {
    return error instanceof NotOpml
  }
}

describe('readOpml, given anything', () => {
  it('gives web addresses, or says that it is no OPML', () => {
    const piece = oneof(
      string({ maxLength: 10 }),
      constantFrom(
        '<opml>',
        '<body>',
        '<outline ',
        'xmlUrl="',
        'https://a.example/',
        '"/>',
        '>',
        '</outline>',
        '</body>',
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '&a;',
        ' text="__proto__"',
      ),
    )
    assert(
      property(array(piece, { maxLength: 20 }), (pieces) =>
        isOpmlAnswered(`<opml version="2.0"><body>${pieces.join('')}`),
      ),
      { numRuns: effort(1000) },
    )
  })
})
