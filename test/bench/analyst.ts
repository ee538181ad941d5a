import { Bench } from 'tinybench'
import { readFacts } from '../../src/analysis/read-facts.ts'
import { readSayings } from '../../src/analysis/sayings/read-sayings.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import { HARD_CASES } from '../tagging/hard-cases.ts'

/**
 * Articles of about 900 letters, the length of a feed's entry with its text, one for each language of the
 * hard cases.
 */
const SENTENCES = 14
const WRITTEN = Date.UTC(2026, 0, 5)

/**
 * Measures what the analysis of an article (who said what, figures, coming events) costs beside tagging it.
 * Prints microseconds per article and the ratio to tagging.
 */
export async function run(): Promise<void> {
  const tagger = createTagger()
  const articles = someArticles()
  const read = articles.map((text) => tagger.read({ title: '', text }))
  const bench = new Bench({ time: 3000, warmupTime: 1000 })
  bench
    .add('tagging', () => {
      for (const text of articles) tagger.read({ title: '', text })
    })
    .add('sayings', () => {
      for (const text of read) readSayings(text, text.tags.language)
    })
    .add('figures and coming events', () => {
      for (const { words, tags } of read) readFacts(words, tags.language, { writtenAt: WRITTEN })
    })
  await bench.run()
  const medians = bench.tasks.map((task) => ('latency' in task.result ? task.result.latency.p50 : Number.NaN))
  const [tagging = Number.NaN] = medians
  console.table(
    bench.tasks.map((task, index) => {
      const median = medians[index] ?? Number.NaN
      return {
        what: task.name,
        'µs an article': Math.round((median * 1000) / articles.length),
        'of tagging': (median / tagging).toFixed(2),
      }
    }),
  )
}

function someArticles(): readonly string[] {
  const byLanguage = Map.groupBy(Object.values(HARD_CASES).flat(), ([language]) => language)
  return [...byLanguage.values()].flatMap((cases) =>
    cases.map((_, first) =>
      Array.from({ length: SENTENCES }, (_unused, at) => cases[(first + at) % cases.length]?.[1] ?? '').join(
        ' ',
      ),
    ),
  )
}
