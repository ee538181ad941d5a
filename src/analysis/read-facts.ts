import type { Words } from '../language/read-text.ts'
import type { ComingEvent, Figure, Saying } from '../records/finding.ts'
import type { PlaceName } from '../tagging/places/place-names.ts'
import { behindDateline } from './behind-dateline.ts'
import { firstDayOf, readComing } from './coming/read-coming.ts'
import { readTimes } from './dates/read-times.ts'
import { timeWordsOf } from './dates/time-words.ts'
import { figureTableOf } from './figures/figure-words.ts'
import { placeFigure } from './figures/place-figures.ts'
import { readFigures } from './figures/read-figures.ts'
import { readForAnalysis } from './read-for-analysis.ts'

/** How much of a sentence is kept, in UTF-16 units: a longer one is a list, not a sentence. */
const LONGEST_SENTENCE = 600

/** What is known of an article when its facts are read. */
interface Known {
  /** Milliseconds since 1970; null if unknown. */
  readonly writtenAt: number | null
  readonly places?: readonly PlaceName[]
  readonly sayings?: readonly Saying[]
}

/**
 * Returns the figures and coming events of an article, from the words of its title and text; empty for a
 * language without `figures.json` and `times.json`. `writtenAt` is the time of publication in milliseconds
 * since 1970; its day in UTC is the article's day. Counts of things and people to whom nothing happened are
 * left out: most are useless without their sentence.
 */
export function readFacts(
  words: Words,
  language: string,
  { writtenAt, places = [], sayings = [] }: Known,
): readonly (Figure | ComingEvent)[] {
  if (figureTableOf(language) === null && timeWordsOf(language) === null) return []
  const read = readForAnalysis(words, language)
  const { text } = words
  const written = writtenAt === null ? null : Temporal.Instant.fromEpochMilliseconds(writtenAt).toString()
  const times = readTimes(read, written)
  const sentence = ([from, to]: readonly [number, number]) => {
    const start = behindDateline(text, from, to)
    return text.slice(start, Math.min(to, start + LONGEST_SENTENCE))
  }
  const around = { words, language, places, times, sayings, written: written?.slice(0, 10) ?? null }
  const figures = readFigures(read, times).flatMap(({ sentence: span, ...figure }): Figure[] => {
    if (figure.what === 'other') return []
    const placed = placeFigure(figure, span, around)
    const names = [placed.place, placed.countedBy].filter((name) => name !== undefined)
    return [{ kind: 'figure', ...figure, ...placed, names, words: sentence(span) }]
  })
  const coming = readComing(read, times, written).flatMap(
    ({ start, end, value, sentence: span }): ComingEvent[] => {
      // The day belongs to the dateline.
      if (start < behindDateline(text, ...span)) return []
      const first = value === null ? null : firstDayOf(value)
      return [
        {
          kind: 'coming',
          start,
          end,
          names: [],
          ...(first !== null && { at: first.toZonedDateTime('UTC').epochMilliseconds }),
          when: value,
          whenWords: text.slice(start, end),
          words: sentence(span),
        },
      ]
    },
  )
  return [...figures, ...coming]
}
