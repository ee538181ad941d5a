import { z } from 'zod'
import { readComing } from '../analysis/coming/read-coming.ts'
import { readTimes } from '../analysis/dates/read-times.ts'
import { readFigures } from '../analysis/figures/read-figures.ts'
import { readForAnalysis, type ReadText } from '../analysis/read-for-analysis.ts'
import { detectLanguage } from '../language/detect-language.ts'
import { readText } from '../language/read-text.ts'
import { tagRow } from './rows.ts'

export const analysisRow = tagRow.extend({
  published: z.iso
    .date()
    .or(z.iso.datetime({ offset: true }))
    .optional(),
})
type Row = z.output<typeof analysisRow>

export const answerTimes = ({ id, text, lang, published }: Row) => ({
  id,
  times: readTimes(readForAnalysisIn(text, lang), published ?? null).map(({ start, end, type, value }) => ({
    start,
    end,
    type,
    value,
  })),
})

export function answerEvents({ id, text, lang, published }: Row) {
  const read = readForAnalysisIn(text, lang)
  const events = readComing(read, readTimes(read, published ?? null), published ?? null)
  return {
    id,
    events: events.map(({ sentence: [from, to], ...event }) => ({ ...event, what: text.slice(from, to) })),
  }
}

export function answerFigures({ id, text, lang, published }: Row) {
  const read = readForAnalysisIn(text, lang)
  const figures = readFigures(read, readTimes(read, published ?? null))
  return {
    id,
    figures: figures.map(({ sentence: [from, to], ...figure }) => ({
      ...figure,
      sentence: text.slice(from, to),
    })),
  }
}

function readForAnalysisIn(text: string, lang?: string): ReadText {
  const words = readText(text)
  return readForAnalysis(words, lang ?? detectLanguage(text, words.folded))
}
