import { describe, expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/settings/diagnostics.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { BRIEFINGS, REGIONS, SOURCES, aConfigDirectory } from './a-config-directory.ts'
import { mistakesIn } from './mistakes-in.ts'

describe('loadSettings', () => {
  it.each([
    ['[fri, mon]', 'weekly:mon,fri'],
    ['[sun, sat]', 'weekends'],
    ['weekly:wed', 'weekly:wed'],
  ])('reads the days %s', (days, expected) => {
    const configDirectory = aConfigDirectory({ 'briefings.yaml': `${BRIEFINGS}    days: ${days}\n` })
    const loaded = loadSettings({ configDirectory, env: {} })
    if (!loaded.ok) throw new Error(formatDiagnostics(loaded.mistakes))
    expect(loaded.settings.briefings.map((briefing) => briefing.days)).toEqual([expected])
  })

  it('gives the settings of a valid directory, with defaults where nothing is said', () => {
    const configDirectory = aConfigDirectory()
    const loaded = loadSettings({ configDirectory, env: {} })
    if (!loaded.ok) throw new Error(formatDiagnostics(loaded.mistakes))
    expect(loaded.settings).toMatchObject({
      sources: [{ id: 'example-en', ownership: 'private' }],
      briefings: [
        {
          id: 'morning',
          to: 'terminal',
          days: 'daily',
          zone: 'UTC',
          language: 'en',
          stories: 12,
          perSection: 4,
        },
      ],
      configDirectory,
      dataDirectory: './data',
      logLevel: 'info',
      allowAddresses: [],
    })
    expect(loaded.settings.userAgent).toMatch(/^Dragoman\/\d/u)
  })

  it('takes its own words from the environment and gives briefings its zone and language', () => {
    const env = {
      DRAGOMAN_CONFIG: aConfigDirectory(),
      DRAGOMAN_DATA: '/var/lib/dragoman',
      DRAGOMAN_ZONE: 'Asia/Tehran',
      DRAGOMAN_LANGUAGE: 'tr',
      DRAGOMAN_LOG_LEVEL: 'debug',
      DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1, 10.0.0.0/8 ::1',
      HOME: '/root',
    }
    const loaded = loadSettings({ env })
    if (!loaded.ok) throw new Error(formatDiagnostics(loaded.mistakes))
    expect(loaded.settings).toMatchObject({
      dataDirectory: '/var/lib/dragoman',
      logLevel: 'debug',
      allowAddresses: ['127.0.0.1', '10.0.0.0/8', '::1'],
      briefings: [{ zone: 'Asia/Tehran', language: 'tr' }],
    })
  })

  it('lets a briefing follow people, languages and keywords', () => {
    const own = `${BRIEFINGS}    people: [Ada Lovelace]\n    languages: [ar, fa]\n    expression: '"grain deal" OR زلزله'\n`
    const loaded = loadSettings({ env: { DRAGOMAN_CONFIG: aConfigDirectory({ 'briefings.yaml': own }) } })
    expect(loaded.ok && loaded.settings.briefings).toMatchObject([
      { people: ['Ada Lovelace'], languages: ['ar', 'fa'], expression: '"grain deal" OR زلزله' },
    ])
  })

  it('is content with a sources.yaml alone: regions and topics ship with it, and no briefing goes out', () => {
    const configDirectory = aConfigDirectory({
      'regions.yaml': null,
      'topics.yaml': null,
      'briefings.yaml': null,
    })
    const loaded = loadSettings({ configDirectory, env: {} })
    if (!loaded.ok) throw new Error(formatDiagnostics(loaded.mistakes))
    expect(loaded.settings.topics[0]?.id).toBe('arts')
    expect(loaded.settings.sources).toHaveLength(1)
    expect(loaded.settings.briefings).toEqual([])
  })

  it('asks for a sources.yaml', () => {
    expect(mistakesIn({ 'sources.yaml': null })).toEqual([
      expect.stringMatching(/^sources\.yaml: cannot be read .*; check that it is there and may be read$/u),
    ])
  })

  it('tells the mistakes of all files at once, by file and line', () => {
    const mistakes = mistakesIn(
      {
        'sources.yaml': SOURCES.replace('region: middle-east', 'region: mideast').replace('name:', 'nmae:'),
        'briefings.yaml': BRIEFINGS.replace('"08:00"', '"25:00"'),
        'topics.yaml': 'topics: [',
      },
      { DRAGOMAN_ZONE: 'Mars' },
    )
    expect(mistakes.map((line) => line.split(' ')[0])).toEqual([
      'briefings.yaml:4',
      'sources.yaml:2',
      'sources.yaml:3',
      'sources.yaml:9',
      'topics.yaml:1',
      'environment:',
    ])
  })

  it('blames no source for a region when the regions could not be read', () => {
    expect(mistakesIn({ 'regions.yaml': 'regions: [' })).toHaveLength(1)
  })

  it('still knows a region that has another mistake in it', () => {
    expect(mistakesIn({ 'regions.yaml': REGIONS.replace('section: true', 'section: maybe') })).toEqual([
      "regions.yaml:3 'section' must be true or false",
    ])
  })

  it('points at a file with a name that is nearly right', () => {
    expect(mistakesIn({ 'briefings.yaml': null, 'briefing.yml': BRIEFINGS })).toEqual([
      "briefing.yml: is not read; did you mean 'briefings.yaml'?",
    ])
  })

  it('says where the config may be when the directory is not there', () => {
    const loaded = loadSettings({ configDirectory: '/nowhere/at/all', env: {} })
    expect(loaded.ok ? '' : formatDiagnostics(loaded.mistakes)).toBe(
      '/nowhere/at/all: is no directory; name the one with sources.yaml in DRAGOMAN_CONFIG',
    )
  })

  it('refuses aliases that unfold without end', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
sources: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
`
    expect(mistakesIn({ 'sources.yaml': bomb })).toEqual([expect.stringContaining('write the values out')])
  })
})
