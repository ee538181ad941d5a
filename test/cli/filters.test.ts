import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const parse = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const quake =
  'An earthquake shook the province of Van in eastern Türkiye on Monday. Twelve people were killed, the governor said.'

const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>Gazette</title>${items}</channel></rss>`

describe('the filters', () => {
  it('tag: one answer for each line, with language and countries', async () => {
    const { out, code } = await runDragoman(['tag'], {
      input: lines([
        { id: 'a', title: 'Quake in Van', text: quake },
        { id: 7, title: '', text: '' },
      ]),
    })
    const [first, second] = parse(out)
    expect(first).toMatchObject({ id: 'a', lang: 'en', countries: [{ code: 'TR', focus: true }] })
    expect(second).toMatchObject({ id: 7, countries: [] })
    expect(code).toBe(0)
  })

  it('tag: reads the language of a tag in any case, and detects it where there is none such', async () => {
    const tags = ['en', 'en-US', 'EN', 'eng', 'en_US', 'english', 'xx-YY', 'und', '']
    const { out } = await runDragoman(['tag'], {
      input: lines(tags.map((lang, id) => ({ id, lang, title: 'Quake in Van', text: quake }))),
    })
    const [plain, ...others] = parse(out)
    expect(plain).toMatchObject({ lang: 'en', topics: [{ code: 'medtop:03000000' }] })
    for (const answer of others) expect({ ...answer, id: 0 }).toEqual(plain)
  })

  it('group: the same event under one story, answered for every id', async () => {
    const rows = [
      {
        id: 'a1',
        lang: 'en',
        title: 'Earthquake kills twelve in Van',
        text: quake,
        time: '2026-03-09T06:00:00Z',
      },
      {
        id: 'a2',
        lang: 'en',
        title: 'Twelve killed as earthquake hits Van',
        text: `${quake} Rescue teams are on their way.`,
        time: '2026-03-09T07:00:00Z',
      },
      {
        id: 'a3',
        lang: 'en',
        title: 'Olive harvest begins in Jaén',
        text: 'Growers in Spain expect a good year for oil.',
        time: null,
      },
    ]
    const { out } = await runDragoman(['group'], { input: lines(rows) })
    const [one, two, three] = parse(out)
    expect(two?.['story']).toBe(one?.['story'])
    expect(three?.['story']).not.toBe(one?.['story'])
  })

  it('summarise: every sentence is verbatim at its span', async () => {
    const { out } = await runDragoman(['summarise'], {
      input: lines([{ id: 's', articles: [{ id: 'a', title: 'Quake', text: quake }], words: 40 }]),
    })
    const answer: { id: string; sentences: { text: string; article: string; start: number; end: number }[] } =
      JSON.parse(out)
    expect(answer.id).toBe('s')
    expect(answer.sentences.map(({ article }) => article)).toEqual(['a', 'a'])
    expect(answer.sentences).toHaveLength(2)
    for (const { text, start, end } of answer.sentences) expect(quake.slice(start, end)).toBe(text)
  })

  it('read: one line a file, in order, whatever is in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-read-'))
    const good = join(folder, 'good.xml')
    const bad = join(folder, 'bad.xml')
    writeFileSync(good, rss('<item><title>One</title></item>'))
    writeFileSync(bad, 'nothing of the kind')
    const { out, code } = await runDragoman(['read', good, bad])
    expect(code).toBe(3)
    expect(parse(out)).toMatchObject([
      { file: good, ok: true, title: 'Gazette', entries: [{ title: 'One' }], notes: [] },
      { file: bad, ok: false },
    ])
    rmSync(folder, { recursive: true })
  })

  it('read: notes what the entries do not show', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-read-'))
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const piece = file('piece.xml', '<p>One<p>Two <a href="https://a.example/">three</a>')
    const hollow = file('hollow.xml', rss('<item><title>One</title></item><item/>'))
    const long = file('long.xml', rss('<item><title>One</title></item>'.repeat(2001)))
    const { out } = await runDragoman(['read', piece, hollow, long])
    expect(parse(out)).toMatchObject([
      { ok: true, entries: [], notes: ['The answer is a piece of HTML in which nothing looks like a feed.'] },
      { ok: true, notes: ['1 entry had nothing in it and was left out.'] },
      { ok: true, notes: ['The feed is too long to be read whole; 2000 entries were read.'] },
    ])
    rmSync(folder, { recursive: true })
  })

  it('cut: says of each cut whether it is allowed, and why not', async () => {
    const text = 'Otto Brandvik, 61, did not open the pier.'
    const rows = [
      { id: 'age', lang: 'en-GB', text, cut: [[13, 18]] },
      { id: 'denial', lang: 'en', text, cut: [[23, 27]] },
      { id: 'strange', lang: 'ja', text, cut: [[13, 18]] },
      { id: 'unnamed', text, cut: [[13, 18]] },
    ]
    const { out } = await runDragoman(['cut'], { input: rows.map((row) => JSON.stringify(row)).join('\n') })
    expect(parse(out)).toEqual([
      { id: 'age', allowed: true },
      { id: 'denial', allowed: false, why: 'negation' },
      { id: 'strange', allowed: false, why: 'language' },
      { id: 'unnamed', allowed: false, why: 'language' },
    ])
  })

  it.each([
    ['tag', { id: 'a', title: 'Quake\u2028in Van', text: `${quake}\u2029${quake}` }],
    ['group', { id: 'a', title: 'Quake\u2028in Van', text: `${quake}\u2029${quake}` }],
    ['summarise', { id: 'a', articles: [{ title: 'Quake', text: `${quake}\u2028${quake}` }] }],
    ['cut', { id: 'a', lang: 'en', text: `${quake}\u2029${quake}`, cut: [[0, 5]] }],
  ])('%s: takes line and paragraph separators for a part of the text', async (name, row) => {
    const { out, err, code } = await runDragoman([name], { input: lines([row, { ...row, id: 'b' }]) })
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(parse(out).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('read: prints a file on one line whatever separators its text holds', async () => {
    const file = join(aTemporaryDirectory(), 'feed.xml')
    writeFileSync(file, rss('<item><title>One\u2028two</title><description>a\u2029b</description></item>'))
    const { out } = await runDragoman(['read', file])
    expect(out.split(/\r\n|[\n\r\u2028\u2029]/u)).toEqual([expect.stringMatching(/^\{.*\}$/u), ''])
    expect(parse(out)).toMatchObject([{ entries: [{ title: expect.stringMatching(/One\stwo/u) }] }])
  })

  it.each(['\n', '\r\n'])('ends lines at %j, and takes a last one that does not end', async (end) => {
    const { out } = await runDragoman(['tag'], { input: ['{"id":1}', '', '{"id":2}'].join(end) })
    expect(parse(out).map(({ id }) => id)).toEqual([1, 2])
  })

  it('understand: ends with the number of the line whose time zone does not exist', async () => {
    const asked = { say: 'briefing syria', now: '2026-03-12T08:00:00+03:00' }
    const input = lines([
      { ...asked, id: 1, zone: 'Europe/Istanbul' },
      { ...asked, id: 2, zone: 'Mars' },
    ])
    const { code, out, err } = await runDragoman(['understand'], { input })
    expect(parse(out)).toMatchObject([{ id: 1, word: 'briefing' }])
    expect([code, err]).toEqual([
      1,
      'dragoman: line 2: zone: "Mars" is no IANA time zone, such as Europe/Istanbul; see dragoman understand --help\n',
    ])
  })

  it('ends with the number of the line that is no JSON', async () => {
    const { err, code } = await runDragoman(['tag'], { input: '{"id":1,"title":"","text":""}\nnonsense\n' })
    expect(err).toContain('line 2 is not JSON')
    expect(code).toBe(1)
  })

  it.each([
    ['tag', '{"title":"x"}', 'line 1: id: expected a string or a number'],
    ['tag', '\n{"id":1,"title":7}', 'line 2: title: Invalid input: expected string, received number'],
    ['group', '{"id":"a","time":"noon"}', 'line 1: time: expected an ISO 8601 time or null'],
    ['summarise', '{"id":1,"articles":[{}]}', 'line 1: articles.0.text: Invalid input: expected string'],
    ['cut', '{"id":1,"text":"x","cut":[[-1,2]]}', 'line 1: cut.0.0: Too small: expected number to be >=0'],
  ])('%s: tells in one line what is wrong with %j', async (name, input, mistake) => {
    const { err, code } = await runDragoman([name], { input: `${input}\n` })
    expect(err).toContain(`dragoman: ${mistake}`)
    expect(err).toMatch(new RegExp(`^.*; see dragoman ${name} --help\n$`, 'u'))
    expect(code).toBe(1)
  })

  it.each(['tag', 'group', 'summarise', 'cut'])('%s: shows the shape of a line in its help', async (name) => {
    expect((await runDragoman([name, '--help'])).out).toMatch(/JSON object a\s+line:\s+\{id,\s/u)
  })
})

describe('help', () => {
  it('lists every command and ends well', async () => {
    const { out, code } = await runDragoman(['--help'])
    for (const name of [
      'start',
      'brief',
      'demo',
      'doctor',
      'sources',
      'backup',
      'read',
      'tag',
      'group',
      'summarise',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'mu'))
    }
    expect(code).toBe(0)
  })
})
