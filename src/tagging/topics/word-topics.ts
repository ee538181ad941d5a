import { stem } from '../../language/stem.ts'
import { rememberWords, type WordMemory } from '../word-memory.ts'
import { bridgedTerm } from '../word-term.ts'
import type { EnglishMeaning } from './english-meaning.ts'
import type { StemWeights, TopicWord, TopicWords, Votes } from './topic-words.ts'

/** What one word says about topics, with a counter for the text at hand. */
export interface WordTopics {
  readonly itself: TopicWord
  /** What its English meaning says. */
  readonly english: TopicWord | undefined
  readonly phrases: ReadonlyMap<string, Votes> | undefined
  /** Weighted count of the word in the text that is being read; 0 between texts. */
  count: number
}

/** The tables in which words are looked up for topics. */
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

/** Of a language without a lexicon: its own words are not evaluated. */
const NOTHING: TopicWord = { stem: '', votes: [], adds: undefined, square: 1 }

function saidBy(word: string, language: string, lexicon: TopicWords, weights: StemWeights): TopicWord {
  const stemmed = `${language}:${stem(word, language)}`
  return { stem: stemmed, votes: lexicon.votesOf(word), adds: weights.get(stemmed), square: 1 }
}
