import { describe, expect, it } from 'vitest'
import { NotOpml, readOpml, writeOpml } from '../../src/feeds/opml.ts'
import type { Source } from '../../src/records/source.ts'

const source = (id: string, region: string): Source => ({
  id,
  name: `Outlet ${id} & Sons`,
  feed: `https://${id}.example/rss?a=1&b=2`,
  homepage: `https://${id}.example/`,
  country: 'TR',
  language: 'tr',
  ownership: 'private',
  region,
})

describe('writeOpml', () => {
  it('writes what readOpml reads back', () => {
    const sources = [source('a', 'western-asia'), source('b', 'europe'), source('c', 'western-asia')]
    expect(readOpml(writeOpml(sources)).feeds).toEqual(
      [sources[0], sources[2], sources[1]].map((each) => ({
        name: each?.name,
        feed: each?.feed,
        homepage: each?.homepage,
        language: 'tr',
      })),
    )
  })
})

describe('readOpml', () => {
  it('goes through folders and takes each address once', () => {
    const list = `<opml version="1.0"><body>
      <outline text="World"><outline text="Near"><outline text="A" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/></outline></outline>
      <outline title="B" xmlUrl="https://b.example/rss" category="/Water" language="fr"/>
      <outline text="A again" xmlUrl="https://a.example/rss"/>
      <outline text="no feed" htmlUrl="https://c.example/"/>
      <outline text="not of the web" xmlUrl="file:///etc/passwd"/>
      <outline xmlUrl="https://d.example/rss"/>
    </body></opml>`
    expect(readOpml(list)).toEqual({
      feeds: [
        { name: 'A', feed: 'https://a.example/rss', homepage: 'https://a.example/' },
        { name: 'B', feed: 'https://b.example/rss', language: 'fr' },
        { name: 'd.example', feed: 'https://d.example/rss' },
      ],
      skipped: [
        { what: 'https://a.example/rss', why: 'repeated' },
        { what: 'no feed', why: 'no-feed' },
        { what: 'file:///etc/passwd', why: 'not-of-the-web' },
      ],
    })
  })

  it('says which folder stands in too many others', () => {
    const inner = '<outline xmlUrl="https://a.example/rss"/>'
    const nested = `<outline text="folder">`.repeat(21) + inner + '</outline>'.repeat(21)
    const list = `<opml version="1.0"><body>${nested}</body></opml>`
    expect(readOpml(list)).toEqual({ feeds: [], skipped: [{ what: 'folder', why: 'too-deep' }] })
  })

  it.each(['', 'prose', '<rss version="2.0"/>', '{"a":1}'])('rejects "%s"', (text) => {
    expect(() => readOpml(text)).toThrow(NotOpml)
  })
})
