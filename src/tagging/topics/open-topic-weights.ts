import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { TopicWeights } from './classify-topics.ts'
import { makeRowsOfAdds, type StemWeights, type TopicAdds } from './topic-words.ts'

/** The trained model: weights of the lexicon's votes, and what each stem ("en:elect") adds to each topic. */
export interface TrainedTopics {
  readonly weights: TopicWeights
  readonly stems: StemWeights
}

/**
 * `TopicWeights.elsewhere`: texts of other languages to train on were short and encyclopaedic. Chosen on all
 * labelled sets.
 */
const TRUST_ELSEWHERE = 0.4

/**
 * Log-odds added to each topic. The lexicon is louder on topics with striking words (crime, disaster, travel,
 * religion), and politics has fewer than the conflicts, crimes and costs that it is about. Chosen on all
 * labelled sets together, at half of what any single set would prefer.
 */
const BIAS: readonly number[] = [
  0.3, -0.4, -0.3, 0.5, 0, 0, 0.7, 0, 0, -0.5, 0.4, -0.5, -0.1, -0.4, -0.1, -0.3, -0.3,
]

let opened: TrainedTopics | null = null

/**
 * The content of weights.tsv.gz beside this file, which `npm run train:topics` writes. Read once in a
 * process; the line of a stem is parsed when it is first looked up.
 */
export function openTopicWeights(): TrainedTopics {
  return (opened ??= readTopicWeights(new URL('weights.tsv.gz', import.meta.url)))
}

function readTopicWeights(file: URL): TrainedTopics {
  const lines = new Map<string, string | TopicAdds>()
  const nextRow = makeRowsOfAdds()
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
        const weights = parseWeights(line, nextRow())
        lines.set(stem, weights)
        return weights
      },
    },
  }
}

/** Writes "0:12 4:-7", topics with tenths of log-odds, into a row. */
function parseWeights(line: string, row: ReturnType<ReturnType<typeof makeRowsOfAdds>>): TopicAdds {
  for (const part of line.split(' ')) {
    const [topic, tenths] = part.split(':')
    row.numbers[row.at + Number(topic)] = Number(tenths) / 10
  }
  return row
}
