import { rememberReadings } from '../language/remember-readings.ts'
import { contentOf } from '../language/terms.ts'
import { splitSentences } from '../language/sentences.ts'

/** The parts of a report that say what its story is about. */
export interface EventReport {
  readonly title: string
  readonly text: string
  /** ISO 639-1, or `und`. */
  readonly language: string
  /** Outlet. All reports of one outlet together count once. */
  readonly outlet: string
  /** Its weight among the reports of its outlet; 1 for a fresh report. */
  readonly weight: number
}

/** What an event is about. */
export interface EventWords {
  /** The weight of each word by how many outlets say it: 1 for a word in the headlines of all. */
  readonly weights: ReadonlyMap<string, number>
  /** The share of each report in these weights, in the order of the reports. */
  readonly voices: readonly number[]
}

/** A word of the first sentence counts half as much as one of the headline. */
const OPENING_WEIGHT = 0.5

/**
 * Returns what these reports are about, by the words of their headlines and first sentences. All must be in
 * one language.
 */
export function eventWords(reports: readonly EventReport[]): EventWords {
  const byOutlet = Map.groupBy(reports, ({ outlet }) => outlet)
  // An outlet that has only a comment must not count as much as one with a report.
  const weightOfOutlet = new Map(
    [...byOutlet].map(([outlet, ofOutlet]) => [outlet, Math.max(...ofOutlet.map(({ weight }) => weight))]),
  )
  const all = Math.max(
    Number.MIN_VALUE,
    weightOfOutlet.values().reduce((sum, one) => sum + one, 0),
  )
  const voices = reports.map(({ outlet, weight }) => {
    const outletSum = (byOutlet.get(outlet) ?? []).reduce((sum, report) => sum + report.weight, 0)
    return ((weightOfOutlet.get(outlet) ?? 0) * weight) / Math.max(Number.MIN_VALUE, outletSum * all)
  })
  const weights = new Map<string, number>()
  for (const [i, report] of reports.entries())
    for (const [word, part] of wordsOf(report))
      weights.set(word, (weights.get(word) ?? 0) + part * (voices[i] ?? 0))
  return { weights, voices }
}

/** Returns the content words of headline and first sentence with their weights. */
function wordsOf({ title, text, language }: Pick<EventReport, 'title' | 'text' | 'language'>) {
  const words = new Map<string, number>()
  for (const word of openingWords(text, language)) words.set(word, OPENING_WEIGHT)
  for (const word of headlineWords(title, language)) words.set(word, 1)
  return words
}

/** Returns the content words of a headline. */
export const headlineWords = rememberReadings(contentOf)

const wordsOfOpening = rememberReadings((head, language) => contentOf(openingOf(head, language), language))

const openingWords = (text: string, language: string): ReadonlySet<string> =>
  wordsOfOpening(text.slice(0, LONGEST_OPENING), language)

/** Returns the content words of a report's headline and first sentence. */
export const leadWords = ({
  title,
  text,
  language,
}: Pick<EventReport, 'title' | 'text' | 'language'>): ReadonlySet<string> =>
  openingWords(text, language).union(headlineWords(title, language))

/** UTF-16 units in which the first sentence is looked for. */
const LONGEST_OPENING = 600

function openingOf(head: string, language: string): string {
  const first = splitSentences(head, language)[0]
  return first === undefined ? '' : head.slice(first.start, first.end)
}

/**
 * Returns how near a headline is to what the others say: the cosine of its words and theirs, 0 to 1. `voice`
 * is the share of its own report, which is subtracted, because otherwise a long headline would be near to
 * itself.
 */
export function nearness(headline: ReadonlySet<string>, { weights }: EventWords, voice: number): number {
  let shared = 0
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  for (const word of headline) shared += Math.max(0, (weights.get(word) ?? 0) - voice)
  return headline.size === 0 || squares === 0 ? 0 : shared / Math.sqrt(headline.size * squares)
}
