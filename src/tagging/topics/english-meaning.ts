import { bridgeOf, readStemList } from '../../language/bridge/bridge.ts'
import { topicTerms } from '../../language/parts.ts'
import { readText } from '../../language/read-text.ts'
import { stem } from '../../language/stem.ts'
import { hashWord } from '../../language/terms.ts'
import type { WordTerm } from '../word-term.ts'
import {
  openTopicWords,
  type StemWeights,
  TOPIC_COUNT,
  type TopicWord,
  topicNumber,
  type Votes,
} from './topic-words.ts'

/** What a word says about topics by its English; undefined where that is nothing. */
export type EnglishMeaning = (term: WordTerm, language: string) => TopicWord | undefined

/** Words are led to English stems, and these to the English lexicon and the trained weights. */
export function makeEnglishMeaning(weights: StemWeights): EnglishMeaning {
  const votes = votesByStem()
  const lexicon = openTopicWords().get('en')
  const met = new Map<number, Said>()
  let stems: ReadonlyMap<number, string> | null = null

  function saidBy(english: number): Said {
    const known = met.get(english)
    if (known !== undefined) return known
    stems ??= new Map(readStemList().map((word) => [hashWord(word), word]))
    const word = stems.get(english) ?? ''
    const said = { votes: votes.get(word) ?? lexicon?.votesOf(word) ?? [], adds: weights.get(`en:${word}`) }
    met.set(english, said)
    return said
  }

  return ({ term, hash, isStop }, language) => {
    if (isStop || language === 'en') return undefined
    const summed = new Map<number, number>()
    const adds = Array.from({ length: TOPIC_COUNT }, () => 0)
    let square = 0
    bridgeOf(language)?.lookUp(term, hash, (english, weight) => {
      const said = saidBy(english)
      square += weight * weight
      for (let at = 0; at < said.votes.length; at += 2) {
        const topic = said.votes[at] ?? 0
        summed.set(topic, (summed.get(topic) ?? 0) + weight * (said.votes[at + 1] ?? 0))
      }
      if (said.adds === undefined) return
      for (let topic = 0; topic < TOPIC_COUNT; topic++)
        adds[topic] = Math.fround((adds[topic] ?? 0) + weight * (said.adds[topic] ?? 0))
    })
    return square === 0 ? undefined : { stem: '', votes: [...summed].flat(), adds, square }
  }
}

/** What one English stem says about topics. */
type Said = Pick<TopicWord, 'votes' | 'adds'>

/** Votes of the English lexicon's single words by their stems, the loudest of each topic. */
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
