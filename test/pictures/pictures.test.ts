import { geoContains } from 'd3-geo'
import { afterAll, describe, expect, it } from 'vitest'
import { drawDays, drawOwnership } from '../../src/pictures/draw-charts.ts'
import { drawMap } from '../../src/pictures/draw-map.ts'
import { drawTrend } from '../../src/pictures/draw-trend.ts'
import { countryFigures, ownershipFigures } from '../../src/pictures/figures.ts'
import type { Claims } from '../../src/pictures/claims.ts'
import { openAtlas } from '../../src/pictures/open-atlas.ts'
import { toPng } from '../../src/pictures/to-png.ts'
import { openPictures } from '../../src/pictures/open-pictures.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('config/ must be right')
const { claims } = loaded.settings
const pictures = openPictures(claims)
afterAll(() => pictures.close())

const light = { language: 'en', theme: 'light' } as const
const levant = [
  { code: 'SY', reports: 12, outlets: 9 },
  { code: 'BH', reports: 1, outlets: 1 },
]

/** Counts how often each colour fills a country or a dot. */
const filled = (svg: string) =>
  [...svg.matchAll(/<(path|circle) [^>]*fill="(#\w+)"/gu)].map(([, shape, colour]) => [shape, colour])

describe('drawMap', () => {
  it('says every figure in words, in the language of the reader', async () => {
    const { alt } = await drawMap(levant, claims, light)
    expect(alt).toBe(
      'Countries in focus: Syria (12 independent reports, 9 outlets) and Bahrain (1 independent report, 1 outlet)',
    )
  })

  it('draws what is reported most strongest, and a small country as a dot', async () => {
    const { svg } = await drawMap(levant, claims, light)
    const [land, ...countries] = filled(svg)
    expect(land?.[0]).toBe('path')
    expect(countries.map(([shape]) => shape)).toEqual(['circle', 'path'])
    expect(countries[0]?.[1]).not.toBe(countries[1]?.[1])
  })

  it('names the areas that are drawn by the settings only where the map shows them', async () => {
    const ukraine = await drawMap([{ code: 'UA', reports: 1, outlets: 1 }], claims, light)
    expect(ukraine.caption).toContain('Crimea (Ukraine)')
    const peru = await drawMap([{ code: 'PE', reports: 1, outlets: 1 }], claims, light)
    expect(peru.caption).not.toContain('Crimea')
  })

  it('draws an area as part of the country that the settings name', async () => {
    const areas = claims.areas.map((area) => ({
      ...area,
      drawnAs: area.drawnAs === 'UA' ? 'RU' : area.drawnAs,
    }))
    const simferopol: [number, number] = [34.1, 44.95]
    const holders = async (own: Claims) =>
      [...(await openAtlas(own, '50m')).countries]
        .filter(([, shape]) => geoContains(shape, simferopol))
        .map(([code]) => code)
    expect(await holders(claims)).toEqual(['UA'])
    expect(await holders({ ...claims, areas })).toEqual(['RU'])
  })

  it('knows every country of the atlas by its code', async () => {
    const { countries } = await openAtlas(claims, '50m')
    expect([...countries.keys()].filter((code) => !/^[A-Z]{2}$/u.test(code))).toEqual([
      'Indian Ocean Ter.',
      'Siachen Glacier',
    ])
  })

  it('lists what is no country of the atlas all the same', async () => {
    const { svg, alt } = await drawMap([{ code: 'EU', reports: 2, outlets: 1 }], claims, light)
    expect(alt).toContain('European Union (2 independent reports')
    expect(svg).toContain('European Union: 2')
  })

  it('is small enough for a page', async () => {
    const codes = ['US', 'CN', 'RU', 'FR', 'SG', 'BR', 'ZA', 'AU', 'JP', 'CA']
    const { svg } = await drawMap(
      codes.map((code) => ({ code, reports: 1, outlets: 1 })),
      claims,
      light,
    )
    expect(Buffer.byteLength(svg)).toBeLessThan(150_000)
  })
})

describe('charts', () => {
  it('runs an Arabic line from right to left, isolated as resvg heeds no direction', () => {
    const { svg } = drawOwnership([{ ownership: 'state', count: 7 }], { language: 'ar', theme: 'dark' })
    expect(svg).toContain('text-anchor="end"')
    expect(svg).toContain('\u2067حكومية\u2069')
  })

  it('says the figures of each day, the newest last', () => {
    const figures = [
      { day: '2026-11-29', count: 3 },
      { day: '2026-11-30', count: 13 },
    ]
    expect(drawDays(figures, light).alt).toBe('Reports by day: Nov 29 (3) and Nov 30 (13)')
  })
})

describe('drawTrend', () => {
  const days = [
    { day: '2026-11-28', reports: 30, low: null, high: null, state: 'unknown' },
    { day: '2026-11-29', reports: 90, low: 10, high: 40, state: 'burst' },
    { day: '2026-11-30', reports: 2, low: 10, high: 40, state: 'silence' },
  ] as const

  it('says each day with what is usual on it, where anybody knows', () => {
    expect(drawTrend(days, light).alt).toBe(
      'Reports by day and what is usual: Nov 28: 30, Nov 29: 90 (usually 10 to 40), and Nov 30: 2 (usually 10 to 40)',
    )
  })

  it('explains what stands out only where it is there', () => {
    const { svg } = drawTrend(days, light)
    expect(svg).toContain('less than usual')
    expect(svg).not.toContain('sources missing')
    expect(drawTrend(days.slice(0, 1), light).svg).not.toContain('more than usual')
  })

  it('tells a country of which nobody counted the outlets', async () => {
    expect((await drawMap([{ code: 'SY', reports: 12 }], claims, light)).alt).toBe(
      'Countries in focus: Syria (12)',
    )
  })
})

describe('figures', () => {
  it('counts independent reports and different outlets of each country', () => {
    const stories = [
      { countries: ['IR', 'IL'], independentReports: 2, outlets: [outlet('a'), outlet('b')] },
      { countries: ['IL'], independentReports: 1, outlets: [outlet('a')] },
    ]
    expect(countryFigures(stories)).toEqual([
      { code: 'IL', reports: 3, outlets: 2 },
      { code: 'IR', reports: 2, outlets: 2 },
    ])
  })

  it('counts an outlet once, and none whose owner is unknown', () => {
    const outlets = [
      { sourceId: 'a', ownership: 'private' },
      { sourceId: 'a', ownership: 'private' },
      { sourceId: 'b', ownership: null },
      { sourceId: 'c', ownership: 'state' },
    ] as const
    expect(ownershipFigures(outlets)).toEqual([
      { ownership: 'state', count: 1 },
      { ownership: 'private', count: 1 },
    ])
  })
})

describe('openPictures', () => {
  it('draws a PNG of its own size beside the thread that people wait for', async () => {
    const drawn = await pictures.draw({ kind: 'map', figures: levant, look: light, as: 'png' })
    if (drawn === null) throw new Error('nobody closed it')
    const { bytes, alt } = drawn
    const png = Buffer.from(bytes)
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 526])
    expect(alt).toContain('Syria')
  })

  it('draws nothing more where it is closed meanwhile, and faults nobody', async () => {
    const closing = openPictures(claims)
    const asked = closing.draw({ kind: 'map', figures: levant, look: light, as: 'png' })
    await closing.close()
    expect(await asked).toBeNull()
    expect(await closing.draw({ kind: 'map', figures: levant, look: light, as: 'png' })).toBeNull()
  })

  it.each([
    ['а', 'б'],
    ['ا', 'ب'],
    ['گ', 'چ'],
    ['ğ', 'ş'],
    ['א', 'ב'],
  ])('has letters of its own for %s and %s', async (one, other) => {
    // Characters that no font has are all drawn as the same empty box.
    const [first, second] = [await drawLetter(one), await drawLetter(other)]
    expect(first.equals(second)).toBe(false)
  })
})

const drawLetter = (letter: string) =>
  toPng(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30">${letter}</text></svg>`)

const outlet = (sourceId: string) => ({
  sourceId,
  name: sourceId,
  country: '',
  ownership: null,
  language: 'en',
  url: null,
  title: '',
  publishedAt: null,
  carries: null,
})
