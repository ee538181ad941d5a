import { readFileSync } from 'node:fs'
import countries from 'i18n-iso-countries'
import { describe, expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/settings/diagnostics.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { aConfigDirectory } from './a-config-directory.ts'
import { knownVariables } from './known-variables.ts'

const loaded = loadSettings({ configDirectory: 'config', env: {} })
if (!loaded.ok) throw new Error(formatDiagnostics(loaded.mistakes))
const { sources, regions, topics, briefings } = loaded.settings
const sections = regions.filter((region) => region.section)

/** Only scientists and soldiers live there, so no newsroom reports on them as countries. */
const UNINHABITED = new Set(['AQ', 'BV', 'GS', 'HM', 'TF', 'UM'])

describe('config/regions.yaml', () => {
  it('puts each inhabited country and territory into exactly one section', () => {
    const inhabited = Object.keys(countries.getAlpha2Codes()).filter((code) => !UNINHABITED.has(code))
    expect(sections.flatMap((region) => region.countries).toSorted()).toEqual(inhabited.toSorted())
  })

  it('lists Kosovo, Taiwan and Palestine on their own', () => {
    const found = ['XK', 'TW', 'PS'].map((code) => sections.find((region) => region.countries.includes(code)))
    expect(found.map((region) => region?.id)).toEqual(['southern-europe', 'east-asia', 'middle-east'])
  })

  it('names no country twice in one region', () => {
    const twice = regions.filter((region) => new Set(region.countries).size < region.countries.length)
    expect(twice.map((region) => region.id)).toEqual([])
  })

  it('has the world as the sum of its sections', () => {
    const world = regions.find((region) => region.id === 'world')
    expect(world?.countries.toSorted()).toEqual(sections.flatMap((region) => region.countries).toSorted())
  })

  it('is named in the nine languages', () => {
    const languages = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'ru', 'tr', 'uk']
    for (const named of [...regions, ...topics])
      expect(Object.keys(named.names).toSorted()).toEqual(languages)
  })
})

describe('config/topics.yaml', () => {
  it('begins with the seventeen top-level IPTC Media Topics', () => {
    const codes = Array.from(
      { length: 17 },
      (_, index) => `medtop:${String(index + 1).padStart(2, '0')}000000`,
    )
    expect(topics.slice(0, 17).map((topic) => topic.code)).toEqual(codes)
  })
})

describe('config/sources.yaml', () => {
  const westernAsia = sources.filter((source) => source.region === 'middle-east')

  it('is a pack of at least 150 feeds', () => {
    expect(sources.length).toBeGreaterThanOrEqual(150)
  })

  it.each(sections.map((region) => region.id))('has at least three sources for %s', (region) => {
    expect(sources.filter((source) => source.region === region).length).toBeGreaterThanOrEqual(3)
  })

  it('is deep on Western Asia, in its languages', () => {
    expect(westernAsia.length).toBeGreaterThanOrEqual(50)
    for (const language of ['en', 'ar', 'fa', 'tr', 'he']) {
      expect(westernAsia.filter((source) => source.language === language).length).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(['IR', 'TR', 'SY', 'IQ', 'LB', 'IL', 'PS', 'SA', 'AE', 'QA', 'OM', 'KW', 'BH', 'YE', 'JO', 'EG'])(
    'has a source at home in %s',
    (country) => {
      expect(westernAsia.some((source) => source.country === country)).toBe(true)
    },
  )

  it('has outlets of every kind of ownership for Western Asia', () => {
    expect(new Set(westernAsia.map((source) => source.ownership))).toEqual(
      new Set(['state', 'public', 'private', 'independent']),
    )
  })

  it('reads outlets themselves, not copies of their feeds elsewhere', () => {
    const copies = /(^|\.)(feedburner\.com|reddit\.com|youtube\.com|rss\.app|google\.com|amazonaws\.com)$/u
    expect(sources.filter((source) => copies.test(new URL(source.feed).hostname))).toEqual([])
  })

  it('is sorted by region in blocks, then by country and id', () => {
    const order = [...new Set(sources.map((source) => source.region))]
    const key = (source: (typeof sources)[number]) =>
      `${String(order.indexOf(source.region)).padStart(3, '0')} ${source.country} ${source.id}`
    const keys = sources.map(key)
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
  })
})

describe('config/briefings.yaml', () => {
  it('briefs on the world each day and on Western Asia on weekdays', () => {
    expect(briefings.map(({ id, at, days, zone }) => [id, ...at, days, zone])).toEqual([
      ['world-morning', '08:00', 'daily', 'UTC'],
      ['western-asia', '07:30', 'weekdays', 'Europe/Istanbul'],
    ])
  })
})

describe('config/README.md', () => {
  it('explains every environment variable that is read, and no other', () => {
    const readme = readFileSync('config/README.md', 'utf8')
    const explained = [...readme.matchAll(/^\| `((?:DRAGOMAN|DATABASE)_[A-Z_]+)` \|/gmu)].map(
      ([, name]) => name,
    )
    expect(new Set(explained)).toEqual(new Set(knownVariables()))
  })

  it.each(['source', 'briefing'])('shows entries that would pass: the %s', (kind) => {
    const readme = readFileSync('config/README.md', 'utf8')
    const [shown = ''] =
      readme.match(
        kind === 'source' ? /^ {4}sources:\n {6}- \{ id: example-en.*?\}$/msu : /^ {4}- id: gulf.*?\n\n/msu,
      ) ?? []
    const configDirectory = aConfigDirectory({
      'regions.yaml': null,
      'topics.yaml': null,
      [`${kind}s.yaml`]: kind === 'source' ? shown : `${kind}s:\n${shown}\n`,
    })
    const tried = loadSettings({ configDirectory, env: {} })
    expect(tried.ok ? '' : formatDiagnostics(tried.mistakes)).toBe('')
  })
})
