import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Bench } from 'tinybench'
import { judgeCuts } from '../../src/summaries/cut/judge-cuts.ts'
import { summarise } from '../../src/summaries/summarise.ts'
import { readTerms } from '../../src/language/terms.ts'
import { summarisers, type Summariser } from './summarise-peers.part.ts'

interface Summarised {
  readonly article: string
  readonly reference: string
}

const SENTENCES = 3

/**
 * Measures quality (if the labelled set is available) and speed of three-sentence summaries, beside the
 * summarisers of npm.
 */
export async function run(): Promise<void> {
  const peers = await summarisers()
  const labelled = readLabelled()
  if (labelled) await compareQuality(peers, labelled)
  else console.log('quality: left out, ../shared/data/summaries/cnndm.jsonl is not there')
  await compareSpeed(
    peers,
    labelled?.map(({ article }) => article) ?? Array.from({ length: 50 }, (_, i) => invent(i)),
  )
}

function readLabelled(): readonly Summarised[] | undefined {
  const file = path.resolve('../shared/data/summaries/cnndm.jsonl')
  if (!existsSync(file)) return undefined
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Summarised => JSON.parse(line))
}

async function compareQuality(
  peers: ReadonlyMap<string, Summariser>,
  rows: readonly Summarised[],
): Promise<void> {
  const table: Record<string, Record<string, string | number>> = {}
  for (const [name, make] of peers) {
    let one = 0
    let two = 0
    let length = 0
    let none = 0
    for (const { article, reference } of rows) {
      const summary = (await make(article, SENTENCES))?.join('\n')
      if (!summary) none++
      const words = readTerms(summary ?? '', 'en').words
      length += words.length
      const wanted = readTerms(reference, 'en').words
      one += overlapOf(words, wanted, 1)
      two += overlapOf(words, wanted, 2)
    }
    table[name] = {
      'ROUGE-1': ((100 * one) / rows.length).toFixed(2),
      'ROUGE-2': ((100 * two) / rows.length).toFixed(2),
      words: Math.round(length / rows.length),
      'without a summary': none,
    }
  }
  console.log(`quality of ${SENTENCES} sentences, ${rows.length} articles (F1 x 100, stemmed)`)
  console.table(table)
}

/** ROUGE-N F1 (Lin 2004): an n-gram counts as shared as often as both sides have it. */
function overlapOf(words: readonly string[], wanted: readonly string[], n: number): number {
  const grams = (list: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (let i = 0; i + n <= list.length; i++) {
      const gram = list.slice(i, i + n).join(' ')
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
    return counts
  }
  const given = grams(words)
  let shared = 0
  for (const [gram, count] of grams(wanted)) shared += Math.min(count, given.get(gram) ?? 0)
  return (2 * shared) / Math.max(1, words.length + wanted.length - 2 * (n - 1))
}

async function compareSpeed(
  peers: ReadonlyMap<string, Summariser>,
  articles: readonly string[],
): Promise<void> {
  const bench = new Bench({ time: 1500, warmupTime: 300 })
  let turn = 0
  const next = (): string => articles[turn++ % articles.length] ?? ''
  for (const [name, make] of peers) bench.add(name, async () => void (await make(next(), SENTENCES)))
  bench.add('dragoman, story of five', () => {
    summarise({
      articles: Array.from({ length: 5 }, () => ({ title: '', text: next(), language: 'en' })),
      sentences: SENTENCES,
    })
  })
  bench.add('dragoman, cuts in a summary', () => {
    const articles = [{ title: '', text: next(), language: 'en' }]
    for (const { text } of summarise({ articles, sentences: SENTENCES }))
      judgeCuts(text, [[0, text.indexOf(' ', text.length / 2)]], 'en')
  })
  await bench.run()
  const rates = new Map(
    bench.tasks.map((task) => [
      task.name,
      task.result.state === 'completed' ? 1000 / task.result.latency.mean : NaN,
    ]),
  )
  const peer = rates.get('ts-textrank') ?? NaN
  console.log('speed')
  console.table(
    Object.fromEntries(
      [...rates].map(([name, rate]) => [
        name,
        { 'per second': Math.round(rate), 'x ts-textrank': (rate / peer).toFixed(1) },
      ]),
    ),
  )
}

/** Invents an article of thirty sentences, for machines without the labelled set. */
function invent(seed: number): string {
  const subjects = [
    'The harbour master of Vik',
    'A spokeswoman for the dockers',
    'The council',
    'Two engineers',
    'The minister of works',
  ]
  const deeds = [
    'said the new pier would open',
    'warned of delays',
    'asked for another report',
    'disputed the estimate',
    'signed the contract',
  ]
  const ends = [
    'in spring.',
    'after the storm of last winter.',
    'before the end of the year.',
    'despite the cost of 4.2 million.',
    'on Monday.',
  ]
  return Array.from({ length: 30 }, (_, i) =>
    [subjects, deeds, ends]
      .map((list, j) => list[(seed * 7 + i * (j + 2) + (i >> 2)) % list.length])
      .join(' '),
  ).join(' ')
}
