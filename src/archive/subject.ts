import { titleOf } from '../briefings/titles.ts'
import type { BriefingSettings } from '../briefings/composition.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'
import { countryName } from '../words/names.ts'

/**
 * What a page or a feed is about: a region, topic or outlet by its id in the settings, a country by its code
 * (ISO 3166-1 alpha-2), a person by name.
 */
export interface Subject {
  readonly kind: (typeof SUBJECT_KINDS)[number]
  readonly id: string
}

export const SUBJECT_KINDS = ['region', 'country', 'topic', 'person', 'source'] as const

/** In UTF-16 units. No person in the news has a longer name. */
const LONGEST_NAME = 100

/** Returns the filter that finds the stories of a subject; null where there is no such subject. */
export function filterOfSubject(
  { kind, id }: Subject,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
): NewsFilter | null {
  const has = (things: readonly { readonly id: string }[]): boolean => things.some((one) => one.id === id)
  switch (kind) {
    case 'region':
      return has(settings.regions) ? { regions: [id] } : null
    case 'topic':
      return has(settings.topics) ? { topics: [id] } : null
    case 'source':
      return has(settings.sources) ? { sources: [id] } : null
    case 'country':
      return /^[A-Z]{2}$/u.test(id) && countryName(id, 'en') !== id ? { countries: [id] } : null
    case 'person':
      return id.trim() !== '' && id.length <= LONGEST_NAME ? { people: [id] } : null
    default:
      return kind satisfies never
  }
}

/** Returns the name of a subject in a language (BCP 47). */
export const nameSubject = (
  filter: NewsFilter,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  language: string,
): string => titleOf({ ...asRequest({ zone: 'UTC', language }), ...filter }, settings, language)

/** The reader of the archive. */
export interface ArchiveReader extends Pick<BriefingRequest, 'zone' | 'language' | 'reads'> {}

/** An id for a reader to whom nothing was told, and whose corrections apply to nobody else. */
const ANONYMOUS = 'archive'

/**
 * Stories of the front page, in all and per section: as many as a reader looks through, and the page stays
 * light.
 */
const FRONT_PAGE_LIMITS = { stories: 30, perSection: 4 } as const

/** Returns a reader's request for all news, in the form in which briefings are composed. */
export const asRequest = (reader: ArchiveReader): BriefingRequest => ({
  ...reader,
  ...FRONT_PAGE_LIMITS,
  id: ANONYMOUS,
  title: null,
  to: ANONYMOUS,
  at: [],
  days: 'daily',
})
