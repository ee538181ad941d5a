import { blemishesOf } from '../stories/medoid.ts'
import weights from './headline-weights.json' with { type: 'json' }
import { type EventWords, headlineWords, nearness } from '../summaries/event-words.ts'
import type { ReportForm } from '../summaries/report-form.ts'

/** A report whose headline may stand over its story. */
export interface HeadlineCandidate {
  readonly title: string
  /** ISO 639-1, or `und`. */
  readonly language: string
  readonly form: ReportForm
  /** When it was reported, in milliseconds since 1970. */
  readonly at: number
  /** It is short, and its own text begins with none of its words: the name of a section or an outlet. */
  readonly isLabel: boolean
  /** Its part in what all reports say together. */
  readonly voice: number
  /** The content words of the first sentence of its text. */
  readonly opening: ReadonlySet<string>
  /** How much of its headline is new to the reader, 0 to 1; 0 if the whole story is new. */
  readonly news: number
  /** Log-odds that its report is news (`newsValueOf`); 0 in languages for which nothing is known. */
  readonly newsValue: number
}

/**
 * What is seen of a headline. `headline-weights.json` has a weight for each, under these names; `npm run
 * train:choices` learns them.
 */
interface Signs {
  /** How near it is to what the other reports say, 0 to 1. */
  readonly nearness: number
  /** Half days that it is behind the newest, at most one. */
  readonly age: number
  /** `HeadlineCandidate.news`. */
  readonly news: number
  /** `blemishesOf`. */
  readonly blemishes: number
  /** Its letters, in hundreds. */
  readonly length: number
  /** The share of its words that its own first sentence contains. */
  readonly opening: number
  /** The share of its words that no other report has in headline or first sentence. */
  readonly alone: number
  readonly number: number
  readonly colon: number
}

/**
 * How much of a report's log-odds to be news counts for its headline: a live stream, a side angle or a column
 * has fewer words of news. Of 561 told stories 42 are headed otherwise; readers who did not know which was
 * which found 23 better and 15 worse, and objected to 6 instead of 11 of the headlines. The marked headlines
 * have no texts from which it could be learned with the other weights.
 */
const SHARE_OF_NEWS_VALUE = 0.4

/** Comments and the like, and labels, stand behind all others. */
const COST_OF_FORM = 100

/** A headline's place among those of its story. */
export interface RankedHeadline {
  /** Index of the candidate. */
  readonly index: number
  /** Log-odds that an editor prefers it to others; only differences say something. */
  readonly worth: number
}

/** Returns the headlines, the one that says best what the event is first. */
export function rankHeadlines(
  candidates: readonly HeadlineCandidate[],
  event: EventWords,
): readonly RankedHeadline[] {
  const newest = Math.max(...candidates.map(({ at }) => at))
  return candidates
    .map((candidate, index): RankedHeadline => {
      const signs = readSigns(candidate, event, newest)
      const cost = candidate.form === 'report' && !candidate.isLabel ? 0 : COST_OF_FORM
      const worth = HEADLINE_SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], 0)
      return { index, worth: worth + SHARE_OF_NEWS_VALUE * candidate.newsValue - cost }
    })
    .sort((one, other) => other.worth - one.worth)
}

/** The signs in the order of the marked headlines (`build/marked-choices.tsv`). */
export const HEADLINE_SIGNS = [
  'nearness',
  'age',
  'news',
  'blemishes',
  'length',
  'opening',
  'alone',
  'number',
  'colon',
] as const

function readSigns(
  { title, language, at, voice, news, opening }: HeadlineCandidate,
  event: EventWords,
  newest: number,
): Signs {
  const words = headlineWords(title, language)
  const size = Math.max(1, words.size)
  const alone = [...words].filter((word) => (event.weights.get(word) ?? 0) <= voice * (1 + ROUNDING))
  return {
    nearness: nearness(words, event, voice),
    age: Math.min(1, (newest - at) / HALF_DAY_MS),
    news,
    blemishes: blemishesOf(title),
    length: (title.match(/\p{L}/gu)?.length ?? 0) / 100,
    opening: words.intersection(opening).size / size,
    alone: alone.length / size,
    number: Number([...words].some((word) => /\p{Nd}/u.test(word))),
    colon: Number(/[:：]/u.test(title)),
  }
}

const HALF_DAY_MS = 12 * 3_600_000
/** Sums of the same parts in another order differ by less than this share. */
const ROUNDING = 1e-2
