import { describe, expect, it } from 'vitest'
import { NotAFeed, readEntries } from '../../src/feeds/parse-feed.ts'
import { effort } from '../effort.ts'

const inItem = (xml: string): string =>
  `<rss version="2.0"><channel><title>T</title><item><title>A</title>${xml}</item></channel></rss>`

const inEntry = (xml: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title>${xml}</entry></feed>`

const cdata = (text: string): string => `<![CDATA[${text}]]>`

/**
 * Each of these blocked some parser. In quadratic time it would not end before the test times out, even at
 * the reduced size in `short`.
 */
describe('readEntries, attacked', () => {
  it.each<[string, () => string]>([
    [
      'half-open tags in a description',
      () => inItem(`<description>${cdata('a<p'.repeat(effort(600_000)))}</description>`),
    ],
    [
      'half-open tags in a content',
      () => inItem(`<content:encoded>${cdata('<p '.repeat(effort(600_000)))}</content:encoded>`),
    ],
    [
      '5 MB of "<" in a description',
      () => inItem(`<description>${cdata('<'.repeat(effort(5e6)))}</description>`),
    ],
    ['5 MB of "<" in a title', () => inItem(`<title>${cdata('<'.repeat(effort(5e6)))}</title>`)],
    ['5 MB of "<" as they are', () => inItem('<'.repeat(effort(5e6)))],
    ['400,000 elements one in the other', () => inItem('<a>'.repeat(effort(400_000)))],
    ['200,000 groups one in the other', () => inItem('<media:group>'.repeat(effort(200_000)))],
    [
      '200,000 tags one in the other in a description',
      () => inItem(`<description>${'<b>'.repeat(effort(200_000))}</description>`),
    ],
    [
      '100,000 declarations of namespaces one in the other',
      () => inItem(Array.from({ length: effort(100_000) }, (_, n) => `<x xmlns:a${n}="u">`).join('')),
    ],
    [
      '300,000 declarations in one tag',
      () =>
        inItem('').replace(
          '<rss ',
          `<rss ${Array.from({ length: effort(300_000) }, (_, n) => `xmlns:a${n}="u"`).join(' ')} `,
        ),
    ],
    ['a million open items', () => `<rss version="2.0"><channel>${'<item>'.repeat(effort(1e6))}`],
    [
      'a million empty items',
      () => `<rss version="2.0"><channel>${'<item/>'.repeat(effort(1e6))}</channel></rss>`,
    ],
    ['a million stray end tags', () => inItem(`${'<x>'.repeat(effort(1e5))}${'</y>'.repeat(effort(1e6))}`)],
    ['unfinished declarations', () => inItem('<!-'.repeat(effort(1e6)))],
    ['one long unfinished declaration', () => inItem(`<!x${'y'.repeat(effort(3e6))}`)],
    ['unfinished processing instructions', () => inItem('<?x '.repeat(effort(1e6)))],
    ['unfinished CDATA', () => inItem('<![CDATA['.repeat(effort(5e5)))],
    ['CDATA in CDATA 200,000 times', () => inItem('<![CDATA[<![CDATA[]]>'.repeat(effort(200_000)))],
    ['an attribute of 9 MB', () => inEntry(`<link href="${'x'.repeat(effort(9e6))}"/>`)],
    [
      '500,000 attributes',
      () => inEntry(`<link ${Array.from({ length: effort(5e5) }, (_, n) => `a${n}="1"`).join(' ')}/>`),
    ],
    ['300,000 links', () => inEntry('<link rel="x" href="y"/>'.repeat(effort(3e5)))],
    ['3 MB of ampersands', () => inItem(`<description>${'&'.repeat(effort(3e6))}</description>`)],
    ['3 MB of spaces before a date', () => inItem(`<pubDate>${' '.repeat(effort(3e6))}x</pubDate>`)],
    ['3 MB of unfinished address', () => inItem(`<author>${' '.repeat(effort(3e6))}a@b (</author>`)],
    [
      'entities of entities',
      () =>
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, n) => `<!ENTITY b${n} "${'&a;'.repeat(10)}">`).join('')}]>${inItem(`<description>${'&b29;'.repeat(effort(1e5))}</description>`)}`,
    ],
    [
      'a long entity a million times',
      () =>
        `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(250)}">]>${inItem(`<description>${'&a;'.repeat(effort(1e6))}</description>`)}`,
    ],
    [
      'an entity from a file',
      () =>
        `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${inItem('<description>&a;</description>')}`,
    ],
    [
      'the names of JavaScript',
      () =>
        inItem(
          '<__proto__><polluted/></__proto__><constructor>a</constructor><toString/><_>x</_><hasOwnProperty/><link><toString/></link><pubDate><valueOf/></pubDate>',
        ),
    ],
    [
      'JSON one in the other',
      () => `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(effort(1e6))}`,
    ],
    [
      'the names of JavaScript in JSON',
      () =>
        '{"version":"https://jsonfeed.org/version/1","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1},"id":1},null,5,"x"]}',
    ],
  ])('survives %s', async (_what, make) => {
    const bytes = Buffer.from(make())
    const outcome: unknown = await readEntries(bytes, {}).catch((error: unknown) => error)
    expect(
      outcome instanceof NotAFeed ||
        (outcome !== null && typeof outcome === 'object' && 'entries' in outcome),
    ).toBe(true)
    expect(JSON.stringify(outcome).length).toBeLessThan(30_000_000)
    expect(JSON.stringify(outcome)).not.toContain('root:')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
