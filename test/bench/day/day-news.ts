import type { WrittenItem } from '../../fakes/feed-text.ts'
import { nameOf } from '../../drill/news/name-of.ts'
import { randomNumbers } from '../../drill/random-numbers.ts'
import { inventedFeeds, realFeeds } from '../written-feeds.part.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A source's report of an event. Times are milliseconds since 1970. */
export interface Report {
  readonly event: number
  readonly source: number
  readonly at: number
  /** When the source edited it; for most reports never. */
  readonly editedAt: number | null
}

export interface DayNews {
  /** Language of each source (ISO 639-1). */
  readonly languages: readonly string[]
  /** In order of time. */
  readonly reports: readonly Report[]
  /** Returns what a source shows at time `at` of its reports since `since`, newest first. */
  shownBy(source: number, since: number, at: number): readonly Report[]
  tell(report: Report, at: number): WrittenItem
}

/** Number of articles that a feed shows. */
const SHOWN = 25
/** Maximum number of reports of one event. Most events have one or two, some have one from every source. */
const MOST_REPORTS = 40
const EDITED_SHARE = 0.03
const SENTENCES = 7
const TEXTS_A_FEED = 20

/**
 * Creates news of several outlets over some days, the same each time: events reported by one to forty
 * outlets, in sentences of real news if available, with unique names. As in reality a few outlets publish
 * much and most publish little.
 */
export function dayNews(size: {
  readonly sources: number
  readonly articlesADay: number
  readonly from: number
  readonly days: number
}): DayNews {
  const corpus = readCorpus()
  const all = [...corpus.keys()]
  // Every other outlet writes in English.
  const languages = Array.from({ length: size.sources }, (_, n) =>
    n % 2 === 0 ? 'en' : (all[((n - 1) / 2) % all.length] ?? 'en'),
  )
  const reports = publish(size)
  const bySource = Map.groupBy(reports, ({ source }) => source)
  return {
    languages,
    reports,
    shownBy(source, since, at) {
      const own = bySource.get(source) ?? []
      return own
        .filter((one) => one.at > since && one.at <= at)
        .slice(-SHOWN)
        .reverse()
    },
    tell({ event, source, at, editedAt }, now) {
      const texts = corpus.get(languages[source] ?? 'en') ?? { titles: [''], sentences: [''] }
      const random = randomNumbers(event)
      const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? ''
      const [person = '', place = '', firm = ''] = [0, 1, 2].map((nth) => nameOf(event * 3 + nth))
      const title = pick(texts.titles)
      const sentences = Array.from({ length: SENTENCES }, () => pick(texts.sentences))
      // Each outlet leaves out a different sentence.
      const told = sentences.filter((_, nth) => nth !== source % SENTENCES)
      const isEdited = editedAt !== null && now >= editedAt
      return {
        title: `${place}: ${title}`,
        link: `https://outlet-${source}.example/${event}`,
        guid: `${source}-${event}`,
        date: new Date(at).toISOString(),
        html: [
          `<p>${person} (${firm}, ${place}): ${told.slice(0, 2).join(' ')}</p>`,
          `<p>${told.slice(2).join(' ')} — ${person}, ${firm}${isEdited ? `, ${event % 90}` : ''}</p>`,
        ].join('\n'),
      }
    },
  }
}

function publish({
  sources,
  articlesADay,
  from,
  days,
}: {
  readonly sources: number
  readonly articlesADay: number
  readonly from: number
  readonly days: number
}): readonly Report[] {
  const random = randomNumbers(1)
  const told: (readonly number[])[] = []
  for (let left = Math.round(articlesADay * days); left > 0;) {
    // A Pareto distribution: three in five events have one report, one in twenty more than ten.
    const count = Math.min(MOST_REPORTS, left, Math.floor((1 - random()) ** -0.75))
    const outlets = new Set(Array.from({ length: count }, () => Math.floor(sources * random() ** 2)))
    told.push([...outlets])
    left -= outlets.size
  }
  const reports = told.flatMap((outlets, event) => {
    const happenedAt = from + (event / told.length) * days * DAY_MS
    return outlets.map((source): Report => {
      const at = Math.round(happenedAt + random() ** 2 * 6 * HOUR_MS)
      const isEdited = random() < EDITED_SHARE
      return { event, source, at, editedAt: isEdited ? Math.round(at + (0.2 + random()) * HOUR_MS) : null }
    })
  })
  return reports.sort((one, other) => one.at - other.at)
}

interface Texts {
  readonly titles: readonly string[]
  readonly sentences: readonly string[]
}

function readCorpus(): ReadonlyMap<string, Texts> {
  const feeds = realFeeds(TEXTS_A_FEED) ?? inventedFeeds(40, TEXTS_A_FEED)
  const byLanguage = Map.groupBy(feeds, ({ language }) => language)
  return new Map(
    [...byLanguage].map(([language, own]) => {
      const items = own.flatMap((feed) => feed.items)
      const lines = items.flatMap(({ html = '' }) => html.replaceAll(/<\/?p>/gu, '').split('\n'))
      return [
        language,
        {
          titles: items.flatMap(({ title = '' }) => (title === '' ? [] : [title])),
          sentences: lines.filter((line) => line.trim() !== ''),
        },
      ]
    }),
  )
}
