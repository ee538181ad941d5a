import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { TopicWeights } from './classify-topics.ts'
import { type StemWeights, TOPIC_COUNT } from './topic-words.ts'

/** The trained model: weights of the lexicon's votes, and what each stem ("en:elect") adds to each topic. */
export interface TrainedTopics {
  readonly weights: TopicWeights
  readonly stems: StemWeights
}

/** How far stems are believed in longer texts that are not English: only short encyclopaedic ones were there to train on. Chosen on all labelled sets. */
const TRUST_ELSEWHERE = 0.4

/**
 * Log-odds added to each topic: the lexicon is louder on some (crime, disaster, travel, religion have striking words) than on
 * others, and politics has fewer than the conflicts, crimes and costs that it is about. Chosen on all labelled sets together, half of what any set would like.
 */
const BIAS: readonly number[] = [
  0.3, -0.4, -0.3, 0.5, 0, 0, 0.7, 0, 0, -0.5, 0.4, -0.5, -0.1, -0.4, -0.1, -0.3, -0.3,
]

let opened: TrainedTopics | null = null

/** What weights.tsv.gz beside this file holds, which `npm run train:topics` writes: read once for a process, a stem's line parsed when it is first met. */
export function openTopicWeights(): TrainedTopics {
  return (opened ??= readTopicWeights(new URL('weights.tsv.gz', import.meta.url)))
}

function readTopicWeights(file: URL): TrainedTopics {
  const lines = new Map<string, string | readonly number[]>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const tab = line.indexOf('\t')
    lines.set(line.slice(0, tab), line.slice(tab + 1))
  }
  const number = (key: string): number => Number(lines.get(key) ?? 1)
  return {
    weights: { bias: BIAS, votes: number('votes'), share: number('share'), elsewhere: TRUST_ELSEWHERE },
    stems: {
      get(stem) {
        const line = lines.get(stem)
        if (typeof line !== 'string') return line
        const weights = parseWeights(line)
        lines.set(stem, weights)
        return weights
      },
    },
  }
}

/** "0:12 4:-7": topic and tenths of log-odds. */
function parseWeights(line: string): readonly number[] {
  const weights = Array.from({ length: TOPIC_COUNT }, () => 0)
  for (const part of line.split(' ')) {
    const [topic, tenths] = part.split(':')
    weights[Number(topic)] = Math.fround(Number(tenths) / 10)
  }
  return weights
}
