import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import AhoCorasick from 'modern-ahocorasick'
import { Bench } from 'tinybench'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { HARD_CASES } from '../tagging/hard-cases.ts'

/**
 * Articles of about 900 letters, the length of a feed's entry with its text, one for each language of the
 * hard cases.
 */
const SENTENCES = 14

/**
 * Measures the speed of complete tagging (language, places, focus, topics, names) beside modern-ahocorasick,
 * which only finds the same names. Prints documents per second on one core and the ratio.
 */
export async function run(): Promise<void> {
  const articles = someArticles()
  const settings = loadSettings({ env: {} })
  const started = performance.now()
  const tagger = createTagger({ names: settings.ok ? settings.settings.names : [] })
  const startMs = performance.now() - started
  const matcher = new AhoCorasick(placeNames())
  const bench = new Bench({ time: 3000, warmupTime: 1000 })
  bench
    .add('modern-ahocorasick, matches only', () => {
      for (const { text } of articles) matcher.search(text.toLowerCase())
    })
    .add('tagger, everything on', () => {
      for (const { text } of articles) tagger.tag({ title: '', text })
    })
  await bench.run()
  const letters = articles.reduce((sum, { text }) => sum + text.length, 0) / articles.length
  console.log(
    `${articles.length} articles of ${Math.round(letters)} letters; tagger ready after ${Math.round(startMs)} ms`,
  )
  const medians = bench.tasks.map((task) => ('latency' in task.result ? task.result.latency.p50 : Number.NaN))
  const [bare = Number.NaN] = medians
  console.table(
    bench.tasks.map((task, index) => ({
      what: task.name,
      'documents/s': Math.round((articles.length * 1000) / (medians[index] ?? Number.NaN)),
      'of the bare matcher': (bare / (medians[index] ?? Number.NaN)).toFixed(2),
    })),
  )
}

function someArticles(): { readonly text: string }[] {
  const byLanguage = Map.groupBy(Object.values(HARD_CASES).flat(), ([language]) => language)
  return [...byLanguage.values()].flatMap((cases) =>
    cases.map((_, first) => ({
      text: Array.from(
        { length: SENTENCES },
        (_unused, at) => cases[(first + at) % cases.length]?.[1] ?? '',
      ).join(' '),
    })),
  )
}

function placeNames(): string[] {
  const file = new URL('../../src/tagging/places/places.tsv.gz', import.meta.url)
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.flatMap((line) => {
    const [key = '', senses = ''] = line.split('\t')
    return senses === '+' || key.startsWith('~') || key.length < 3 ? [] : [key]
  })
}
