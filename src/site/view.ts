import type { Reader as WordingReader } from '../chat/wording/reader.ts'
import type { TopicName } from '../chat/chat-platform.ts'
import { SPOKEN, type Spoken } from '../language/languages.ts'
import type { Subject } from '../archive/subject.ts'
import { localeOf } from '../words/locale.ts'
import { timesIn } from '../words/times.ts'
import { writeNumber } from '../words/write-numbers.ts'

/** For whom a page is drawn. */
export interface View extends WordingReader {
  readonly language: Spoken
  readonly rightToLeft: boolean
  /** IANA. */
  readonly zone: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Formats an instant relative to `now`. */
  readonly moment: (at: number) => string
  readonly instant: (at: number) => string
  /** The path of a page, with the language if one was chosen. */
  readonly href: (path: string, query?: Readonly<Record<string, string>>) => string
  /** The path of this page, without its language parameter. */
  readonly path: string
}

/**
 * The language chosen by a link, or else the first that the browser accepts and we speak, or else `usual`.
 */
export function chooseLanguage(
  chosen: string | undefined,
  accepted: string | undefined,
  usual: string,
): Spoken {
  const asked = (accepted ?? '')
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const weight = rest.map((one) => /^\s*q=([\d.]+)/u.exec(one)?.[1]).find((one) => one !== undefined)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
  return (
    spoken(chosen ?? '') ??
    asked.map(({ tag }) => spoken(tag)).find((one) => one !== undefined) ??
    localeOf(usual).language
  )
}

const spoken = (tag: string): Spoken | undefined =>
  SPOKEN.find((own) => own === tag.split('-')[0]?.toLowerCase())

/** Characters of `Accept-Language` that are read; browsers send some fifty. */
const LONGEST_HEADER = 200

export function createView(given: {
  readonly language: Spoken
  /** Whether a link chose the language. Further links then keep it. */
  readonly isChosen: boolean
  readonly zone: string
  readonly now: number
  readonly topicName: TopicName
  readonly path: string
}): View {
  const { language, zone, now, topicName, path, isChosen } = given
  const times = timesIn(zone, language)
  return {
    language,
    zone,
    now,
    path,
    topicName,
    rightToLeft: localeOf(language).rightToLeft,
    number: (number) => writeNumber(number, language),
    moment: (at) => times.moment(at, now),
    instant: times.instant,
    href: (to, query = {}) => {
      const asked = new URLSearchParams({ ...query, ...(isChosen && { lang: language }) }).toString()
      return asked === '' ? to : `${to}?${asked}`
    },
  }
}

/** Path of a subject's page. */
export const pathOf = ({ kind, id }: Subject): string => `/${SUBJECT_PATHS[kind]}/${encodeURIComponent(id)}`

/** Path of the calendar with a subject's events; null if its events are not tracked separately. */
export const eventsPath = (subject: Subject): string | null =>
  isCounted(subject) ? `${pathOf(subject)}.ics` : null

/** Path of the page on how much a subject is reported; null if it is not counted. */
export const trendsPath = (subject: Subject): string | null =>
  isCounted(subject) ? `${pathOf(subject)}/trends` : null

const isCounted = (subject: Subject): boolean => COUNTED_SUBJECTS.some((kind) => kind === subject.kind)

/** Path of the calendar of all upcoming events. */
export const ALL_EVENTS = '/events.ics'

/** Kinds of subjects whose events and reports are tracked separately. */
export const COUNTED_SUBJECTS = ['region', 'country', 'topic'] as const satisfies readonly Subject['kind'][]

export const SUBJECT_PATHS = {
  region: 'regions',
  country: 'countries',
  topic: 'topics',
  person: 'people',
  source: 'sources',
} as const satisfies Readonly<Record<Subject['kind'], string>>

/** Path of our hub, which notifies feed readers of news. */
export const HUB_PATH = '/hub'

export const dayPath = (day: string): string => `/days/${day}`

export const storyPath = (id: string): string => `/stories/${encodeURIComponent(id)}`

/** Path of a page's card. */
export const cardPath = (page: string): string => `${page === '/' ? '' : page}/card.png`

/** Paths of a page's pictures, without extension. */
export const mapPath = (page: string): string => `${page === '/' ? '' : page}/map`
export const ownershipPath = (storyId: string): string => `${storyPath(storyId)}/ownership`
export const daysPath = (sourceId: string): string => `${pathOf({ kind: 'source', id: sourceId })}/days`
export const chartPath = (page: string): string => `${page}/chart`
export const tollsPath = (storyId: string): string => `${storyPath(storyId)}/tolls`

/** Path of the running story that contains a story. */
export const runningPath = (storyId: string): string => `/running/${encodeURIComponent(storyId)}`
