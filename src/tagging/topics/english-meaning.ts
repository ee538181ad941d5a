import { bridgeOf, readStemList } from '../../language/bridge/bridge.ts'
import { topicTerms } from '../../language/parts.ts'
import { readText } from '../../language/read-text.ts'
import { stem } from '../../language/stem.ts'
import { hashWord } from '../../language/terms.ts'
import type { BridgedTerm } from '../word-term.ts'
import {
  makeRowsOfAdds,
  NO_VOTES,
  openTopicWords,
  type StemWeights,
  TOPIC_COUNT,
  type TopicWord,
  topicNumber,
  type Votes,
} from './topic-words.ts'

/**
 * What the English meaning of a word says about topics. Undefined for English, for stop words and where the
 * bridge has nothing.
 */
export type EnglishMeaning = (term: BridgedTerm, language: string) => TopicWord | undefined

/**
 * Creates an `EnglishMeaning`: it leads a word by the bridge to English stems, and looks these up in the
 * English lexicon and the trained `weights`.
 */
export function makeEnglishMeaning(weights: StemWeights): EnglishMeaning {
  const votes = (opened ??= votesByStem())
  const lexicon = openTopicWords().get('en')
  const met = new Map<number, Said>()
  const nextRow = makeRowsOfAdds()
  let stems: ReadonlyMap<number, string> | null = null
  let unknown: Said | null = null

  function read(word: string): Said {
    return { votes: votes.get(word) ?? lexicon?.votesOf(word) ?? NO_VOTES, adds: weights.get(`en:${word}`) }
  }

  function saidBy(english: number): Said {
    const known = met.get(english)
    if (known !== undefined) return known
    stems ??= new Map(readStemList().map((word) => [hashWord(word), word]))
    const word = stems.get(english)
    // The bridge passes unknown names unchanged. They are not remembered: there is no end of them.
    if (word === undefined) return (unknown ??= read(''))
    const said = read(word)
    met.set(english, said)
    return said
  }

  return ({ term, hash, isStop }, language) => {
    if (isStop || language === 'en') return undefined
    let summed: number[] | undefined
    let adds: ReturnType<typeof nextRow> | undefined
    let square = 0
    bridgeOf(language)?.lookUp(term, hash, (english, weight) => {
      const said = saidBy(english)
      square += weight * weight
      if (said.votes.length > 0) addVotes((summed ??= []), said.votes, weight)
      if (said.adds === undefined) return
      adds ??= nextRow()
      for (let topic = 0; topic < TOPIC_COUNT; topic++) {
        const before = adds.numbers[adds.at + topic] ?? 0
        adds.numbers[adds.at + topic] = before + weight * (said.adds.numbers[said.adds.at + topic] ?? 0)
      }
    })
    return square === 0 ? undefined : { stem: '', votes: summed ?? NO_VOTES, adds, square }
  }
}

/** Adds votes, multiplied by `times`, to `sums`; topics that it lacks are appended. */
function addVotes(sums: number[], votes: Votes, times: number): void {
  for (let at = 0; at < votes.length; at += 2) {
    const topic = votes[at] ?? 0
    let place = 0
    while (place < sums.length && sums[place] !== topic) place += 2
    if (place === sums.length) sums.push(topic, 0)
    sums[place + 1] = (sums[place + 1] ?? 0) + times * (votes[at + 1] ?? 0)
  }
}

/** What one English stem says about topics. */
type Said = Pick<TopicWord, 'votes' | 'adds'>

let opened: ReadonlyMap<string, Votes> | null = null

/** Votes of the single words of the English lexicon, by stem: the highest for each topic. */
function votesByStem(): ReadonlyMap<string, Votes> {
  const loudest = new Map<string, Map<number, number>>()
  for (const [code, terms] of Object.entries(topicTerms.of('en') ?? {}))
    for (const term of terms) {
      const [name = '', weight = '1'] = term.split('=')
      const [word, ...more] = readText(name).folded
      const topic = topicNumber(code)
      if (word === undefined || more.length > 0 || topic === undefined) continue
      const own = loudest.get(stem(word, 'en')) ?? new Map<number, number>()
      loudest.set(stem(word, 'en'), own.set(topic, Math.max(own.get(topic) ?? 0, Number(weight))))
    }
  return new Map([...loudest].map(([word, votes]) => [word, [...votes].flat()]))
}
