import type { Settings } from '../../../src/settings/settings.ts'
import type { Subscription } from '../../../src/records/subscription.ts'

const ZONES = ['UTC', 'Europe/Istanbul', 'Asia/Kolkata', 'America/New_York', 'Asia/Tokyo', 'Europe/Berlin']
const LANGUAGES = ['en', 'en', 'tr', 'ar', 'fr', 'de', 'es', 'ru', 'fa']
const COUNTRIES = 'US GB FR DE TR SY UA RU CN IN BR MX EG IR IL JP KR NG ZA AU CA IT ES PL GR SE'.split(' ')

/**
 * Kinds of ten subscriptions: seven briefings up to three times a day, one hourly, one alert, and one that
 * follows a story.
 */
const KINDS: readonly Subscription['kind'][] = [
  ...Array.from({ length: 7 }, () => 'briefing' as const),
  'hourly',
  'alert',
  'follow',
]

/** Every fifth subscription shares the channel of the one before it. */
const channelOf = (n: number): string => `terminal:c${n - (n % 5 === 4 ? 1 : 0)}`

/** Creates subscriptions of all kinds in many channels; `stories` are ids that some of them follow. */
export function daySubscriptions(
  count: number,
  { regions, topics }: Pick<Settings, 'regions' | 'topics'>,
  stories: readonly string[],
  createdAt: number,
): readonly Subscription[] {
  return Array.from({ length: count }, (_, n) => {
    const pick = <T>(list: readonly T[], step: number): readonly T[] =>
      list.slice((n * step) % list.length).slice(0, 1)
    const story = stories[n % stories.length]
    const kind = KINDS[n % KINDS.length] ?? 'briefing'
    const standing = kind === 'follow' && story === undefined ? 'briefing' : kind
    const hours = 2 + (n % 11)
    return {
      id: `s${n}`,
      title: `Desk ${n}`,
      to: channelOf(n),
      at: Array.from({ length: 1 + (n % 3) }, (_one, nth) => timeOf(n * 7 + nth * 480)),
      days: 'daily',
      zone: ZONES[n % ZONES.length] ?? 'UTC',
      language: LANGUAGES[n % LANGUAGES.length] ?? 'en',
      ...(n % 4 === 0 && { regions: pick(regions, 1).map(({ id }) => id) }),
      ...(n % 4 === 1 && { countries: [...pick(COUNTRIES, 7), ...pick(COUNTRIES, 11)] }),
      ...(n % 3 === 0 && { topics: pick(topics, 5).map(({ id }) => id) }),
      stories: 5 + (n % 8),
      perSection: 6,
      owner: null,
      kind: standing,
      ...(standing === 'hourly' && { hours }),
      ...(standing === 'follow' && { story }),
      quiet: null,
      alert: standing === 'alert' ? { outlets: 4, perHour: 2, cooldownHours: 6 } : null,
      state: 'active',
      createdAt,
    }
  })
}

/** Most are due in the morning, as people prefer, at a quarter of an hour. */
function timeOf(n: number): string {
  const quarter = (n % 3 === 0 ? n % 96 : 24 + (n % 16)) % 96
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}
