import { describe, expect, it } from 'vitest'
import { type Card, drawCard } from '../../src/pictures/draw-card.ts'
import { paintableText, wrapText } from '../../src/pictures/measure-text.ts'
import { openMeasure } from '../../src/pictures/to-png.ts'

const NO_CLAIMS = { areas: [], borders: [] }
const light = { language: 'en', theme: 'light' } as const
const measure = await openMeasure()

const aCard = (own: Partial<Card>): Card => ({
  title: 'Bridge opens',
  lines: [],
  about: 'Syria',
  told: '2 outlets',
  countries: [],
  tolls: [],
  zone: 'UTC',
  ...own,
})

const draw = async (own: Partial<Card>): Promise<string> =>
  (await drawCard(aCard(own), NO_CLAIMS, light, measure)).svg

/** Returns the font sizes of all bold text. */
const sizes = (svg: string) =>
  [...svg.matchAll(/font-size="(\d+)"[^>]*font-weight="bold"/gu)].map(([, size]) => size)

const point = (at: number, low: number) => ({ at, low, high: low })

describe('drawCard', () => {
  it('writes a title in lines that fit, smaller where it is long', async () => {
    expect(sizes(await draw({}))).toEqual(['26', '60'])
    const long = 'One of the longest headlines that anybody ever wrote of a bridge '.repeat(3)
    const countries = [{ code: 'SY', reports: 1, outlets: 1 }]
    expect(sizes(await draw({ title: long, countries }))).toEqual(['26', '38', '38', '38'])
  })

  it('begins a title in Arabic or Hebrew where it begins, whatever the language of the page', async () => {
    expect(await draw({ title: 'افتتاح الجسر' })).toMatch(
      /x="1144" [^>]*text-anchor="end"[^>]*>\u2067افتتاح الجسر\u2069/u,
    )
    expect(await draw({ title: 'הגשר נפתח' })).toContain('\u2067הגשר נפתח\u2069')
    expect(await draw({})).toMatch(/x="56" [^>]*text-anchor="start"[^>]*>\u2066Bridge opens\u2069/u)
  })

  it('paints words of a feed and nothing else of it', async () => {
    const svg = await draw({
      title: '<script>alert(1)</script>\u202E"&\u0000',
      lines: ['</text><image href="x"/>'],
    })
    expect(svg).not.toMatch(/<script|<image|\u202e|\u0000/u)
    expect(svg).toContain('&lt;script&gt;')
  })

  it('draws a chart of tolls in place of a map', async () => {
    const tolls = [{ what: 'killed' as const, points: [point(0, 7), point(1, 19), point(2, 23)] }]
    const countries = [{ code: 'SY', reports: 1, outlets: 1 }]
    expect(await draw({ tolls, countries })).toContain('\u206619\u2069')
    expect(await draw({ countries })).toContain('Natural Earth')
  })
})

it('leaves out what our fonts have no letters for', () => {
  expect(paintableText('首相が辞任を表明')).toBeNull()
  expect(paintableText('🔥 Fire  in Київ 🇺🇦')).toBe('Fire in Київ')
  expect(paintableText(' \n')).toBeNull()
})

it('breaks a word that is wider than the room, and keeps every letter', () => {
  const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(3)
  const lines = wrapText(`Die ${word} fährt`, 40, 600, measure)
  expect(lines.join('').replaceAll(' ', '')).toBe(`Die${word}fährt`)
  expect(lines.filter((line) => measure(line, 40) > 600)).toEqual([])
})
