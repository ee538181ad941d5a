import { MARK, type Words } from '../words/split-words.ts'
import { stem } from '../../text/stem.ts'
import { TOPIC_COUNT, type TopicWords, type Votes } from './topic-words.ts'

/** What a text offers to decide on its topics. */
export interface TopicFeatures {
  /** Sum of the lexicon's votes for each topic. */
  readonly votes: Float64Array
  /** Stems with their weight; squares add up to 1. */
  readonly stems: ReadonlyMap<string, number>
}

interface KnownWord {
  readonly stem: string
  readonly votes: Votes
}

/** Titles are written to say what a text is about. */
const TITLE_WEIGHT = 2
/** Topics show early; the tail of a long text drifts. */
const WORDS_READ = 400
/** Words kept with their stem and votes; emptied when full, so that hostile texts cannot grow it. */
const WORDS_KEPT = 60_000
const LONGEST_PHRASE = 4

/** Makes a reader of topic features that remembers the words it has met. */
export function makeFeatureReader(
  lexicon: ReadonlyMap<string, TopicWords>,
): (words: Words, language: string, titleWords: number) => TopicFeatures {
  const known = new Map<string, Map<string, KnownWord>>()
  return (words, language, titleWords) => {
    const topicWords = lexicon.get(language)
    let memory = known.get(language)
    if (memory === undefined || memory.size > WORDS_KEPT) {
      memory = new Map()
      known.set(language, memory)
    }
    const counts = new Map<KnownWord, number>()
    const phraseVotes = new Map<Votes, number>()
    const end = Math.min(words.folded.length, WORDS_READ)
    for (let at = 0; at < end; at++) {
      const folded = words.folded[at] ?? ''
      if (folded.length < 2 || (words.marks[at] ?? 0) & MARK.digit) continue
      let word = memory.get(folded)
      if (word === undefined) {
        word = { stem: `${language}:${stem(folded, language)}`, votes: topicWords?.votesOf(folded) ?? [] }
        memory.set(folded, word)
      }
      const weight = at < titleWords ? TITLE_WEIGHT : 1
      counts.set(word, (counts.get(word) ?? 0) + weight)
      const phrases = topicWords?.phrasesFrom(folded)
      if (phrases) countPhrases(phrases, words, at, weight, phraseVotes)
    }
    return sumUp(counts, phraseVotes)
  }
}

function countPhrases(
  phrases: ReadonlyMap<string, Votes>,
  words: Words,
  first: number,
  weight: number,
  counts: Map<Votes, number>,
): void {
  let key = words.folded[first] ?? ''
  for (let at = first + 1; at < Math.min(first + LONGEST_PHRASE, words.folded.length); at++) {
    key += ` ${words.folded[at] ?? ''}`
    const votes = phrases.get(key)
    if (votes) counts.set(votes, (counts.get(votes) ?? 0) + weight)
  }
}

function sumUp(counts: ReadonlyMap<KnownWord, number>, phrases: ReadonlyMap<Votes, number>): TopicFeatures {
  const votes = new Float64Array(TOPIC_COUNT)
  const stems = new Map<string, number>()
  let square = 0
  for (const [word, count] of counts) {
    const weight = 1 + Math.log(count)
    addVotes(votes, word.votes, weight)
    stems.set(word.stem, weight)
    square += weight * weight
  }
  for (const [vote, count] of phrases) addVotes(votes, vote, 1 + Math.log(count))
  const length = Math.sqrt(square) || 1
  for (const [stem, weight] of stems) stems.set(stem, weight / length)
  return { votes, stems }
}

function addVotes(sums: Float64Array, votes: Votes, weight: number): void {
  for (let at = 0; at < votes.length; at += 2) {
    const topic = votes[at] ?? 0
    sums[topic] = (sums[topic] ?? 0) + (votes[at + 1] ?? 0) * weight
  }
}
