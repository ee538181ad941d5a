import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { TopicWeights } from './classify-topics.ts'
import { TOPIC_COUNT } from './topic-words.ts'

/** How far the trained stems are believed beside the lexicon: they know one kind of source each. Chosen on all labelled sets. */
const TRUST_IN_STEMS = 1

/** Reads weights.tsv.gz beside this file, which `npm run train:topics` writes. */
export function openTopicWeights(file: URL = new URL('weights.tsv.gz', import.meta.url)): TopicWeights {
  const stems = new Map<string, Float32Array>()
  const numbers = new Map<string, number>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const [key = '', values = ''] = line.split('\t')
    if (!values.includes(':')) {
      numbers.set(key, Number(values))
      continue
    }
    const weights = new Float32Array(TOPIC_COUNT)
    for (const part of values.split(' ')) {
      const [topic, tenths] = part.split(':')
      weights[Number(topic)] = (TRUST_IN_STEMS * Number(tenths)) / 10
    }
    stems.set(key, weights)
  }
  return { bias: [], votes: numbers.get('votes') ?? 1, share: numbers.get('share') ?? 1, stems }
}
