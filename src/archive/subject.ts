import { titleOf } from '../briefings/titles.ts'
import type { BriefingSettings } from '../briefings/composition.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'
import { countryName } from '../words/names.ts'

/** What a page or a feed is about: a region or topic of the settings by its id, a country by its code (ISO 3166-1 alpha-2), an outlet by its id, a person by name. */
export interface Subject {
  readonly kind: (typeof SUBJECT_KINDS)[number]
  readonly id: string
}

export const SUBJECT_KINDS = ['region', 'country', 'topic', 'person', 'source'] as const

/** UTF-16 units of a name: no person of the news has a longer one. */
const LONGEST_NAME = 100

/** The filter that finds its stories; null where nothing is called so. */
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

/** What it is called in a language (BCP 47). */
export const nameSubject = (
  filter: NewsFilter,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  language: string,
): string => titleOf({ ...asRequest({ zone: 'UTC', language }), ...filter }, settings, language)

/** For whom something is read from the archive. */
export interface ArchiveReader extends Pick<BriefingRequest, 'zone' | 'language' | 'reads'> {}

/** Whom nothing was told before, and whose corrections count for nobody else. */
const ANYBODY = 'archive'

/** Stories of the front page in all and in a section: what a reader looks through, and what stays light. */
const ROOM = { stories: 30, perSection: 4 } as const

/** The wish of a reader for all news, in the form in which briefings are composed. */
export const asRequest = (reader: ArchiveReader): BriefingRequest => ({
  ...reader,
  ...ROOM,
  id: ANYBODY,
  title: null,
  to: ANYBODY,
  at: [],
  days: 'daily',
})
