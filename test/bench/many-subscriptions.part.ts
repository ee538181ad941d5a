import { subscriptionFromConfig } from '../../src/subscriptions/subscription-from-config.ts'
import type { BriefingSettings } from '../../src/briefings/composition.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import type { SyntheticNews } from './synthetic-news.part.ts'

const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

/** Settings with the regions, topics and sources of the invented news. */
export function settingsFor(news: SyntheticNews): BriefingSettings {
  const regions = Array.from({ length: 13 }, (_, n) => ({
    id: `region-${n}`,
    names: { en: `Region ${n}` },
    aliases: [],
    countries: news.countries.slice(n * 15, n * 15 + 15),
    section: true,
  }))
  const topics = Array.from({ length: 17 }, (_, n) => ({
    id: `topic-${n}`,
    code: `medtop:${String(n + 1).padStart(2, '0')}000000` as const,
    names: { en: `Topic ${n}` },
    aliases: [],
  }))
  const sources = Array.from({ length: 130 }, (_, n) => ({
    id: `source-${n}`,
    name: `Source ${n}`,
    feed: `https://source-${n}.example/feed`,
    homepage: `https://source-${n}.example`,
    country: 'TR',
    language: 'en',
    ownership: 'private' as const,
    region: 'region-0',
  }))
  return { sources, regions, topics }
}

/**
 * Creates subscriptions: half share forty popular wishes, three tenths share five hundred, and two tenths
 * have wishes that hardly anyone else has.
 */
export function manySubscriptions(
  count: number,
  news: SyntheticNews,
  { regions, topics }: BriefingSettings,
): readonly Subscription[] {
  const languages = ['en', 'en', 'tr', 'ar', 'fr', 'de']
  return Array.from({ length: count }, (_, n) => {
    const kind = n % 10 < 5 ? n % 40 : n % 10 < 8 ? 1_000 + (n % 500) : 10_000 + n
    const pick = <T>(list: readonly T[], step: number): readonly T[] => {
      const one = list[(kind * step) % list.length]
      return one === undefined ? [] : [one]
    }
    return subscriptionFromConfig({
      id: `s${n}`,
      title: 'Morning',
      to: `terminal:c${n}`,
      at: EVERY_HOUR,
      days: 'daily',
      zone: 'UTC',
      language: languages[kind % languages.length] ?? 'en',
      ...(kind < 1_000
        ? { regions: pick(regions, 1).map(({ id }) => id) }
        : { countries: [...pick(news.countries, 7), ...pick(news.countries, 11)] }),
      ...(kind % 3 === 0 ? { topics: pick(topics, 5).map(({ id }) => id) } : {}),
      stories: 8 + (kind % 8),
      perSection: 6,
    })
  })
}
