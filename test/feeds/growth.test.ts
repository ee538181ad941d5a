import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../src/feeds/clean-html.ts'
import extract from '../../src/feeds/extract-worker.ts'
import { NotAFeed, parseFeed } from '../../src/feeds/parse-feed.ts'
import { plainText } from '../../src/feeds/plain-text.ts'
import { growthOf, LINEAR } from '../growth.ts'

const filled = (unit: string, length: number): string => unit.repeat(length / unit.length)

const parse = (description: string) =>
  parseFeed(
    Buffer.from(
      `<rss version="2.0"><channel><title>T</title><item><title>A</title><description>${description}</description></item></channel></rss>`,
    ),
  ).catch((error: unknown) => error)

/** Each of these took quadratic time: some seconds for a quarter of a megabyte. */
describe('the work that hostile texts make', () => {
  it.each<[string, number, (length: number) => unknown]>([
    [
      'declarations of namespaces in one CDATA section',
      256_000,
      (length) => parse(`<![CDATA[${filled(' xmlns="a"', length)}]]>`),
    ],
    [
      'entries that end in open CDATA sections',
      2_000_000,
      (length) => parse(filled('<![CDATA[</item>', length)),
    ],
    ['elements one in the other in a printed body', 192_000, (length) => cleanHtml(filled('<b><i>', length))],
    ['elements one in the other in a body', 192_000, (length) => plainText(filled('<a>', length))],
    ['forms one in the other in a body', 192_000, (length) => plainText(filled('<form>', length))],
    [
      'elements one in the other on a page',
      64_000,
      (length) => extract({ bytes: Buffer.from(`<body>${filled('<a>', length)}`), contentType: 'text/html' }),
    ],
  ])('grows with their length, not with its square: %s', async (_, length, work) => {
    expect(await growthOf(work, length)).toBeLessThan(LINEAR)
  })
})

describe('parseFeed', () => {
  it('ends with a text that begins with two CDATA sections in each other', async () => {
    const read = await parseFeed(Buffer.from('<![CDATA[a<![CDATA[b</item>')).catch((error: unknown) => error)
    expect(read).toBeInstanceOf(NotAFeed)
  })
})

describe('what is nested too deep to be read as it stands', () => {
  const deep = `<div>one ${'<div>'.repeat(600)}two ${'</div>'.repeat(600)}three</div>`

  it('is printed behind the elements around it, with nothing lost', () => {
    const clean = cleanHtml(deep)
    expect(clean.replaceAll(/<[^>]+>/gu, '')).toBe('one two three')
    expect(clean.split('<div>')).toHaveLength(602)
    expect(clean.split('</div>')).toHaveLength(602)
  })

  it('is read from a page with the article before it', () => {
    const article = `<article><p>${'Rain fell on the town, and the river rose. '.repeat(20)}</p></article>`
    const page = `<html><head><title>Rain</title></head><body>${article}${'<div><p>x</p>'.repeat(600)}</body></html>`
    expect(extract({ bytes: Buffer.from(page), contentType: 'text/html' })).toContain('Rain fell on the town')
  })
})
