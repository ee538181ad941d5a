import { loadSettings } from '../../../src/settings/load-settings.ts'
import type { Settings } from '../../../src/settings/settings.ts'
import { feedOf, type DayPlan } from './day-plan.ts'

const COUNTRIES = 'US GB FR DE TR IN BR ZA'.split(' ')

/** Returns the settings that ship, with the sources of a day. */
export function daySettings({ size, store, data, port }: DayPlan, languages: readonly string[]): Settings {
  const loaded = loadSettings({ env: {} })
  if (!loaded.ok) throw new Error('the settings that ship cannot be read')
  const sources = Array.from({ length: size.sources }, (_, n) => ({
    id: `source-${n}`,
    name: `Source ${n}`,
    homepage: `https://outlet-${n}.example/`,
    feed: feedOf(n, port),
    country: COUNTRIES[n % COUNTRIES.length] ?? 'US',
    language: languages[n] ?? 'en',
    ownership: 'private' as const,
    region: 'world',
  }))
  return {
    ...loaded.settings,
    sources,
    briefings: [],
    dataDirectory: data,
    store,
    allowAddresses: ['127.0.0.0/8'],
    web: null,
    site: null,
  }
}
