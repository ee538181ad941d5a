import { stem } from '../../language/stem.ts'
import { rememberWords, type WordMemory } from '../word-memory.ts'
import { bridgedTerm } from '../word-term.ts'
import type { EnglishMeaning } from './english-meaning.ts'
import type { StemWeights, TopicWord, TopicWords, Votes } from './topic-words.ts'

/** What a word says about topics. */
export interface WordTopics {
  readonly itself: TopicWord
  /** What its English says. */
  readonly english: TopicWord | undefined
  readonly phrases: ReadonlyMap<string, Votes> | undefined
  /** How often the text says it that is being read; zero between texts. */
  count: number
}

/** Everything that words are looked up in for their topics. */
export interface TopicTables {
  readonly topicWords: ReadonlyMap<string, TopicWords>
  readonly topicStems: StemWeights
  readonly englishMeaning: EnglishMeaning
}

export const makeWordTopics = (tables: TopicTables): WordMemory<WordTopics> =>
  rememberWords((word, language) => lookUp(word, language, tables))

function lookUp(
  word: string,
  language: string,
  { topicWords, topicStems, englishMeaning }: TopicTables,
): WordTopics {
  const lexicon = topicWords.get(language)
  const term = bridgedTerm(word, language)
  return {
    itself: lexicon === undefined ? NOTHING : saidBy(word, language, lexicon, topicStems),
    english: term === undefined ? undefined : englishMeaning(term, language),
    phrases: lexicon?.phrasesFrom(word),
    count: 0,
  }
}

/** Without a lexicon a language's own words are not asked. */
const NOTHING: TopicWord = { stem: '', votes: [], adds: undefined, square: 1 }

function saidBy(word: string, language: string, lexicon: TopicWords, weights: StemWeights): TopicWord {
  const stemmed = `${language}:${stem(word, language)}`
  return { stem: stemmed, votes: lexicon.votesOf(word), adds: weights.get(stemmed), square: 1 }
}
