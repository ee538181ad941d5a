// Writes ../topics/weights.tsv.gz: `npm run train:topics -- FOLDER`, with FOLDER the labelled sets
// (../shared/data/tags).
//
// Only sets whose description allows trained weights are read, and of those only the rows before their
// border: wceptopics before 2026-05-21, sib200topics below id 1330, and all of tgtopics. Only weights of word
// stems are kept of the texts. The same rows give the same bytes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { readFeatures, type TopicFeatures } from '../topics/read-features.ts'
import { openTopicWords, TOPIC_COUNT } from '../topics/topic-words.ts'
import { toShares, topicLogits } from '../topics/classify-topics.ts'
import { makeWordTopics } from '../topics/word-topics.ts'
import { readText } from '../../language/read-text.ts'

interface Row {
  readonly id: string
  readonly lang: string
  readonly title?: string
  readonly text: string
  readonly topics?: readonly string[]
  readonly date?: string
}
interface Example {
  readonly features: TopicFeatures
  /** The share of each topic in the label. */
  readonly wanted: Float64Array
  weight: number
}

const SETS: readonly (readonly [file: string, isAllowed: (row: Row) => boolean, weight: number])[] = [
  ['wceptopics', (row) => (row.date ?? '9') < '2026-05-21', 1],
  ['sib200topics', (row) => Number(row.id.split('-')[1]) < 1330, 0.4],
  ['tgtopics_en', () => true, 1],
  ['tgtopics_ru', () => true, 1],
]
const EPOCHS = 30
const RATE = 0.3
/** Pull of each weight towards 0: the lexicon decides, stems correct it. */
const PULL = 0.0006
const SMALLEST_WEIGHT = 0.35
const RAREST = 3
const VOTES = 1.1
const SHARE = 3.2

const folder = process.argv[2] ?? '../shared/data/tags'
const stems = new Map<string, Float64Array>()
const topicWords = openTopicWords()
const { topicsOfPairs } = makeWordTopics({
  topicWords,
  topicStems: { get: (stem) => ({ numbers: weightsOf(stem), at: 0 }) },
  englishMeaning: () => undefined,
})
const examples = SETS.flatMap(([file, isAllowed, weight]) =>
  readExamples(`${folder}/${file}.jsonl`, isAllowed, weight),
)
balance(examples)
trainStems(examples)
const lines = [`votes\t${VOTES}`, `share\t${SHARE}`]
for (const [stem, values] of [...stems].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
  const kept = Array.from(values, (value, topic) => [topic, Math.round(value * 10)] as const).filter(
    ([, value]) => Math.abs(value) >= SMALLEST_WEIGHT * 10,
  )
  if (kept.length > 0) lines.push(`${stem}\t${kept.map(([topic, value]) => `${topic}:${value}`).join(' ')}`)
}
writeFileSync(new URL('../topics/weights.tsv.gz', import.meta.url), gzipSync(lines.join('\n'), { level: 9 }))
process.stdout.write(`${examples.length} texts, ${lines.length - 2} stems\n`)

function readExamples(path: string, isAllowed: (row: Row) => boolean, weight: number): Example[] {
  if (!existsSync(path)) throw new Error(`${path} is missing: name the folder of the labelled sets`)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line))
    .filter(
      (row) => isAllowed(row) && row.topics !== undefined && row.topics.length > 0 && row.topics.length < 3,
    )
    .flatMap((row) => {
      const title = row.title ?? ''
      const words = readText(`${title}\n${row.text}`)
      const wanted = new Float64Array(TOPIC_COUNT)
      for (const code of row.topics ?? [])
        wanted[Number(code.slice(7, 9)) - 1] = 1 / (row.topics?.length ?? 1)
      const titleWords = title === '' ? 0 : readText(title).folded.length
      const { own } = readFeatures(words, topicsOfPairs(words, row.lang), titleWords, {
        language: row.lang,
        hasLexicon: topicWords.has(row.lang),
        lateWeight: 1,
      })
      return own === null ? [] : [{ features: own, wanted, weight }]
    })
}

/**
 * Weights the examples so that those of a topic count in total as much as the square root of their number;
 * rare topics would drown among wars and elections.
 */
function balance(all: readonly Example[]): void {
  const counts = new Float64Array(TOPIC_COUNT)
  for (const example of all)
    for (const [topic, share] of example.wanted.entries())
      counts[topic] = (counts[topic] ?? 0) + share * example.weight
  for (const example of all) {
    const own = example.wanted.reduce((sum, share, topic) => sum + share * (counts[topic] ?? 0), 0)
    example.weight *= 20 / Math.sqrt(own)
  }
}

/** The weights of a stem, created when first requested. */
function weightsOf(stem: string): Float64Array {
  const own = stems.get(stem) ?? new Float64Array(TOPIC_COUNT)
  stems.set(stem, own)
  return own
}

function trainStems(all: readonly Example[]): void {
  const frequency = new Map<string, number>()
  for (const { features } of all)
    for (const { stem } of features.words) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const squares = new Map<string, Float64Array>()
  const model = { bias: [], votes: VOTES, share: SHARE, elsewhere: 1 }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, wanted, weight } of all) {
      const shares = toShares(topicLogits(features, model))
      for (const [at, { stem }] of features.words.entries()) {
        if ((frequency.get(stem) ?? 0) < RAREST) continue
        const value = features.weights[at] ?? 0
        const own = weightsOf(stem)
        const square = squares.get(stem) ?? new Float64Array(TOPIC_COUNT)
        squares.set(stem, square)
        for (let topic = 0; topic < TOPIC_COUNT; topic++) {
          const before = own[topic] ?? 0
          const slope = weight * value * ((shares[topic] ?? 0) - (wanted[topic] ?? 0)) + PULL * before
          const total = (square[topic] ?? 0) + slope * slope
          square[topic] = total
          own[topic] = before - (RATE * slope) / Math.sqrt(total + 1e-8)
        }
      }
    }
  }
}
