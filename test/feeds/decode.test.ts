import { assert, constantFrom, option, property, string, uint8Array } from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/feeds/decode.ts'

/** Character sets, each with a text that it can encode. */
const CHARSETS: readonly (readonly [string, string])[] = [
  ['utf-8', 'Überraschung in İzmir und Тбилиси'],
  ['iso-8859-1', 'L’été à Orléans'.replace('’', "'")],
  ['iso-8859-2', 'Żółć w Łodzi'],
  ['iso-8859-5', 'Новости Софии'],
  ['iso-8859-7', 'Ειδήσεις της Αθήνας'],
  ['iso-8859-9', 'Işık ve güneş'],
  ['windows-1250', 'Příliš žluťoučký kůň'],
  ['windows-1251', 'Новости дня'],
  ['windows-1252', 'Smart “quotes” – and €'],
  ['windows-1254', 'Türkiye’den haberler – İstanbul'],
  ['windows-1256', 'أخبار اليوم'],
  ['koi8-r', 'Погода в Москве'],
  ['gb2312', '今日新闻'],
  ['gb18030', '北京新聞㐀'],
  ['big5', '臺北新聞'],
  ['shift_jis', '東京のニュース'],
  ['euc-jp', '大阪のニュース'],
  ['euc-kr', '서울 뉴스'],
]

const feedOf = (text: string, declared?: string): string =>
  `<?xml version="1.0"${declared === undefined ? '' : ` encoding="${declared}"`}?><rss><title>${text}</title></rss>`

describe('decode', () => {
  describe.each(CHARSETS)('%s', (charset, text) => {
    it.each([
      ['the header', feedOf(text), `text/xml; charset=${charset}`],
      ['a quoted header', feedOf(text), `text/xml; charset="${charset}"`],
      ['the XML declaration', feedOf(text, charset), 'application/xml'],
      [
        'the XML declaration while the header wrongly says utf-8',
        feedOf(text, charset),
        'text/xml; charset=utf-8',
      ],
      ['the header while the declaration is wrong', feedOf(text, 'utf-8'), `text/xml; charset=${charset}`],
    ])('is read where it stands in %s', (_place, feed, contentType) => {
      expect(decode(iconv.encode(feed, charset), { contentType }).text).toContain(text)
    })
  })

  it.each([
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-32le', true],
    ['utf-32be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['utf-32le', false],
    ['utf-32be', false],
  ])('reads %s (byte order mark: %s)', (charset, addBOM) => {
    const { text } = decode(iconv.encode(feedOf('Тбилиси'), charset, { addBOM }), { contentType: 'text/xml' })
    expect(text).toBe(feedOf('Тбилиси'))
  })

  it('believes valid UTF-8 that declares itself before a server that calls everything Latin-1', () => {
    const bytes = Buffer.from(feedOf('Überraschung', 'UTF-8'))
    expect(decode(bytes, { contentType: 'text/xml; charset=ISO-8859-1' }).text).toContain('Überraschung')
  })

  it.each(['ISO-8859-1', 'windows-1252', 'latin1'])(
    'believes bytes that are UTF-8 before a server that says %s of them, where nothing is declared',
    (charset) => {
      const contentType = `text/xml; charset=${charset}`
      expect(decode(Buffer.from(feedOf('Überraschung')), { contentType }).text).toContain('Überraschung')
      const old = iconv.encode(feedOf('Überraschung'), charset)
      expect(decode(old, { contentType }).text).toContain('Überraschung')
      const declared = iconv.encode(feedOf('Ã¼', charset), charset)
      expect(decode(declared, { contentType }).text).toContain('Ã¼')
    },
  )

  it('does not believe "utf-16" or "us-ascii" about bytes that are neither', () => {
    const bytes = Buffer.from(feedOf('Überraschung', 'utf-16'))
    expect(decode(bytes, { contentType: 'text/xml; charset=us-ascii' }).text).toContain('Überraschung')
  })

  it.each([
    ['ru', 'windows-1251', 'Новости дня'],
    ['tr', 'windows-1254', 'Türkiye’den haberler'],
    ['fa', 'windows-1256', 'اخبار'],
    ['ja', 'shift_jis', '東京のニュース'],
    ['en', 'windows-1252', 'Smart “quotes”'],
  ])('guesses the old character set of %s when nothing states one', (language, charset, text) => {
    expect(decode(iconv.encode(feedOf(text), charset), { language })).toMatchObject({
      charset,
      text: feedOf(text),
    })
  })

  it('takes the language that the feed states when it knows none', () => {
    const feed = '<rss><language>ru</language><title>Новости</title></rss>'
    expect(decode(iconv.encode(feed, 'windows-1251')).text).toBe(feed)
  })

  it('never throws, whatever the bytes and headers', () => {
    assert(
      property(
        uint8Array({ maxLength: 200 }),
        option(string()),
        constantFrom(
          '',
          'utf-8',
          'utf-16',
          'utf-32',
          'x-user-defined',
          'iso-2022-jp',
          'hz',
          'utf-7',
          'cesu-8',
          '__proto__',
        ),
        (bytes, rest, charset) => {
          const { text } = decode(bytes, {
            contentType: `text/xml; charset=${charset}${rest ?? ''}`,
            language: rest ?? undefined,
          })
          expect(typeof text).toBe('string')
        },
      ),
      { numRuns: 500 },
    )
  })
})
