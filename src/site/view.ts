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
  /** An instant as seen from now. */
  readonly moment: (at: number) => string
  readonly instant: (at: number) => string
  /** The path of a page, in the chosen language where one was chosen. */
  readonly href: (path: string, query?: Readonly<Record<string, string>>) => string
  /** The path of this page, without what chooses a language. */
  readonly path: string
}

/** The language that somebody chose by a link, else the first that their browser asks for and we speak. */
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

/** Characters of `Accept-Language` that are read: browsers send some fifty. */
const LONGEST_HEADER = 200

export function createView(given: {
  readonly language: Spoken
  /** The language was chosen by a link: what is linked goes on in it. */
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

/** Where the page of a subject is. */
export const pathOf = ({ kind, id }: Subject): string => `/${PLACES[kind]}/${encodeURIComponent(id)}`

/** Where the calendar of what is to come of a subject is; null of one whose events are not told apart. */
export const eventsPath = (subject: Subject): string | null =>
  EVENTS_OF.some((kind) => kind === subject.kind) ? `${pathOf(subject)}.ics` : null

/** Where it is told how much is told of a subject; null of one that is not counted. */
export const trendsPath = (subject: Subject): string | null =>
  COUNTED.some((kind) => kind === subject.kind) ? `${pathOf(subject)}/trends` : null

/** The calendar of all that is to come. */
export const ALL_EVENTS = '/events.ics'

export const EVENTS_OF = ['region', 'country', 'topic'] as const satisfies readonly Subject['kind'][]

export const COUNTED = ['region', 'country', 'topic'] as const satisfies readonly Subject['kind'][]

export const PLACES = {
  region: 'regions',
  country: 'countries',
  topic: 'topics',
  person: 'people',
  source: 'sources',
} as const satisfies Readonly<Record<Subject['kind'], string>>

/** Our hub, which tells readers of feeds what is new in them. */
export const HUB_PATH = '/hub'

export const dayPath = (day: string): string => `/days/${day}`

export const storyPath = (id: string): string => `/stories/${encodeURIComponent(id)}`

/** Where the card of a page is. */
export const cardPath = (page: string): string => `${page === '/' ? '' : page}/card.png`

/** Where the pictures of a page are, without their ending. */
export const mapPath = (page: string): string => `${page === '/' ? '' : page}/map`
export const ownershipPath = (storyId: string): string => `${storyPath(storyId)}/ownership`
export const daysPath = (sourceId: string): string => `${pathOf({ kind: 'source', id: sourceId })}/days`
export const chartPath = (page: string): string => `${page}/chart`
export const tollsPath = (storyId: string): string => `${storyPath(storyId)}/tolls`

/** Where the running story of a story is. */
export const runningPath = (storyId: string): string => `/running/${encodeURIComponent(storyId)}`
