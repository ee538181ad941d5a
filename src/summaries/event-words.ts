import { rememberReadings } from '../language/remember-readings.ts'
import { contentOf } from '../language/terms.ts'
import { splitSentences } from '../language/sentences.ts'

/** A report as far as it says what its story is about. */
export interface EventReport {
  readonly title: string
  readonly text: string
  /** ISO 639-1, or `und`. */
  readonly language: string
  /** Whose report it is: reports of one outlet together speak once. */
  readonly outlet: string
  /** How much it speaks for the event beside the others of its outlet; 1 for a report that is fresh. */
  readonly weight: number
}

/** What an event is about. */
export interface EventWords {
  /** Words, each by how many outlets say it: 1 for one that all have in their headlines. */
  readonly weights: ReadonlyMap<string, number>
  /** How much of that each report says by itself, in the order of the reports. */
  readonly voices: readonly number[]
}

/** What an opening says counts half of what a headline says. */
const OPENING = 0.5

/** What these reports together are about, by the words of their headlines and first sentences. Compare reports of one language. */
export function eventWords(reports: readonly EventReport[]): EventWords {
  const byOutlet = Map.groupBy(reports, ({ outlet }) => outlet)
  // A comment alone must not speak as loud as a report.
  const loudness = new Map(
    [...byOutlet].map(([outlet, own]) => [outlet, Math.max(...own.map(({ weight }) => weight))]),
  )
  const all = Math.max(
    Number.MIN_VALUE,
    loudness.values().reduce((sum, one) => sum + one, 0),
  )
  const voices = reports.map(({ outlet, weight }) => {
    const own = (byOutlet.get(outlet) ?? []).reduce((sum, report) => sum + report.weight, 0)
    return ((loudness.get(outlet) ?? 0) * weight) / Math.max(Number.MIN_VALUE, own * all)
  })
  const weights = new Map<string, number>()
  for (const [i, report] of reports.entries())
    for (const [word, part] of wordsOf(report))
      weights.set(word, (weights.get(word) ?? 0) + part * (voices[i] ?? 0))
  return { weights, voices }
}

/** Words of the headline, and of the first sentence. */
function wordsOf({ title, text, language }: Pick<EventReport, 'title' | 'text' | 'language'>) {
  const words = new Map<string, number>()
  for (const word of openingWords(text, language)) words.set(word, OPENING)
  for (const word of headlineWords(title, language)) words.set(word, 1)
  return words
}

/** Words of a headline that say something. */
export const headlineWords = rememberReadings(contentOf)

const wordsOfOpening = rememberReadings((head, language) => contentOf(openingOf(head, language), language))

const openingWords = (text: string, language: string): ReadonlySet<string> =>
  wordsOfOpening(text.slice(0, LONGEST_OPENING), language)

/** All that a report says in its headline and first sentence. */
export const toldWords = ({
  title,
  text,
  language,
}: Pick<EventReport, 'title' | 'text' | 'language'>): ReadonlySet<string> =>
  openingWords(text, language).union(headlineWords(title, language))

/** UTF-16 units: what stands behind is not read to find the first sentence. */
const LONGEST_OPENING = 600

function openingOf(head: string, language: string): string {
  const first = splitSentences(head, language)[0]
  return first === undefined ? '' : head.slice(first.start, first.end)
}

/**
 * How near a headline is to what the others say: the cosine of its words and theirs, 0 to 1. Its own part is left out, or a long headline were near to itself.
 * `voice`: how much its report says by itself.
 */
export function nearness(headline: ReadonlySet<string>, { weights }: EventWords, voice: number): number {
  let shared = 0
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  for (const word of headline) shared += Math.max(0, (weights.get(word) ?? 0) - voice)
  return headline.size === 0 || squares === 0 ? 0 : shared / Math.sqrt(headline.size * squares)
}
