import { blemishesOf } from '../stories/medoid.ts'
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
  /** How much of its headline is new to the reader, 0 to 1; 0 if the whole story is new. */
  readonly news: number
}

/**
 * On the scale of `nearness`, where headlines of one event mostly lie between 0.3 and 0.7: comments and the
 * like, and labels, stand behind all others.
 */
const COST_OF_FORM = 1
/** Of two headlines that are equally near, the newer one tells how things stand. */
const WORTH_OF_HOUR = 0.015
const MOST_HOURS = 12
const WORTH_OF_NEWS = 0.3

/** Returns the indices of the headlines, the one that says best what the event is first. */
export function rankHeadlines(
  candidates: readonly HeadlineCandidate[],
  event: EventWords,
): readonly number[] {
  const newest = Math.max(...candidates.map(({ at }) => at))
  const worth = candidates.map(
    ({ title, language, form, at, isLabel, voice, news }) =>
      nearness(headlineWords(title, language), event, voice) -
      blemishesOf(title) -
      (form === 'report' && !isLabel ? 0 : COST_OF_FORM) -
      WORTH_OF_HOUR * Math.min(MOST_HOURS, (newest - at) / HOUR_MS) +
      WORTH_OF_NEWS * news,
  )
  return candidates.map((_, i) => i).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0))
}

const HOUR_MS = 3_600_000
