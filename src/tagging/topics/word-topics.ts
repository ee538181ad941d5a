import { stem } from '../../language/stem.ts'
import type { Words } from '../../language/read-text.ts'
import { rememberWords } from '../word-memory.ts'
import { bridgedTerm } from '../word-term.ts'
import type { EnglishMeaning } from './english-meaning.ts'
import { NO_VOTES, type StemWeights, type TopicWord, type TopicWords, type Votes } from './topic-words.ts'

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

/** What the word at an index of a text says about topics. */
export type TopicsAt = (at: number) => WordTopics

/** Words for which somebody remembers what they say about topics. */
type Remembered = readonly { topics: WordTopics | undefined }[]

/** Creates a look-up for the words of a text, which leaves its answers with the words, and one for pairs. */
export function makeWordTopics(tables: TopicTables) {
  const memory = rememberWords((word, language) => lookUp(word, language, tables))
  return {
    topicsOf:
      ({ folded }: Words, known: Remembered, language: string): TopicsAt =>
      (at) => {
        const word = known[at]
        const topics = word?.topics ?? lookUp(folded[at] ?? '', language, tables)
        if (word !== undefined) word.topics = topics
        return topics
      },
    /** For the pairs of `pairIdeographs`, which it remembers itself. */
    topicsOfPairs: ({ folded }: Words, language: string): TopicsAt => {
      const topicsOf = memory(language)
      return (at) => topicsOf(folded[at] ?? '')
    },
  }
}

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

/** One for all words of which nothing is known. In a language without a lexicon that is all of them. */
const NOTHING: TopicWord = { stem: '', votes: NO_VOTES, adds: undefined, square: 1 }

function saidBy(word: string, language: string, lexicon: TopicWords, weights: StemWeights): TopicWord {
  const stemmed = `${language}:${stem(word, language)}`
  const votes = lexicon.votesOf(word)
  const adds = weights.get(stemmed)
  return votes.length === 0 && adds === undefined ? NOTHING : { stem: stemmed, votes, adds, square: 1 }
}
