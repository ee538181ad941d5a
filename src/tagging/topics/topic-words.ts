import { readFileSync } from 'node:fs'
import { SECOND_LEVEL } from './second-level.ts'
import { splitWords } from '../../language/split-words.ts'

/** How many topics IPTC Media Topics has at its top level; topic n of them is `medtop:NN000000`. */
export const TOPIC_COUNT = 17

/** Topic and weight, in turn: 0 to 16 are the top level, 17 and up those of `SECOND_LEVEL`. */
export type Votes = readonly number[]

/** What the words of one language say about topics. */
export interface TopicWords {
  /** Votes of one word: its own entry and that of the longest listed beginning. */
  votesOf(word: string): Votes
  /** Votes of listed names of several words that begin with this word, by the whole name. */
  phrasesFrom(word: string): ReadonlyMap<string, Votes> | undefined
}

const LANGUAGES = ['en', 'fr', 'fa', 'ru', 'uk', 'tr', 'ar', 'de', 'es']
const NO_VOTES: Votes = []

let opened: ReadonlyMap<string, TopicWords> | null = null

/** The words of lexicon/, read once for a process. */
export function openTopicWords(): ReadonlyMap<string, TopicWords> {
  return (opened ??= readTopicWords())
}

/**
 * Reads lexicon/LL.txt ("NN word=weight begin*=weight several_words=weight …", one topic a line, weight 1 where none stands)
 * and lexicon/second-level.txt (the same for terms below, all languages of a term on one line).
 */
function readTopicWords(): ReadonlyMap<string, TopicWords> {
  const below = readLines('second-level').map((line) => line.split(' | '))
  return new Map(
    LANGUAGES.map((language) => {
      const top = readLines(language).flatMap((line) =>
        /^\d\d /.test(line) ? [{ topic: Number(line.slice(0, 2)) - 1, terms: line.slice(3) }] : [],
      )
      const second = SECOND_LEVEL.flatMap(({ code }, at) => {
        const terms = below
          .find(([first]) => `medtop:${first}` === code)
          ?.find((part) => part.startsWith(`${language} `))
        return terms === undefined ? [] : [{ topic: TOPIC_COUNT + at, terms: terms.slice(3) }]
      })
      return [language, joinWords(indexTerms(top), indexTerms(second))]
    }),
  )
}

function readLines(name: string): string[] {
  return readFileSync(new URL(`lexicon/${name}.txt`, import.meta.url), 'utf8').split('\n')
}

/** Two lexicons as one, each with its own longest beginning. */
function joinWords(one: TopicWords, other: TopicWords): TopicWords {
  return {
    votesOf(word) {
      const below = other.votesOf(word)
      return below.length === 0 ? one.votesOf(word) : [...one.votesOf(word), ...below]
    },
    phrasesFrom(word) {
      const above = one.phrasesFrom(word)
      const below = other.phrasesFrom(word)
      if (above === undefined || below === undefined) return above ?? below
      const joined = new Map(above)
      for (const [phrase, votes] of below) joined.set(phrase, [...(above.get(phrase) ?? []), ...votes])
      return joined
    },
  }
}

function indexTerms(topics: readonly { readonly topic: number; readonly terms: string }[]): TopicWords {
  const exact = new Map<string, number[]>()
  const begins = new Map<string, number[]>()
  const phrases = new Map<string, Map<string, number[]>>()
  for (const { topic, terms } of topics) {
    for (const term of terms.split(' ')) {
      const [name = '', weight = '1'] = term.split('=')
      const words = splitWords(name.replaceAll('_', ' ')).folded
      const [first] = words
      if (first === undefined) continue
      const key = words.join(' ')
      let home = words.length === 1 && name.endsWith('*') ? begins : exact
      if (words.length > 1) {
        home = phrases.get(first) ?? new Map<string, number[]>()
        phrases.set(first, home)
      }
      home.set(key, [...(home.get(key) ?? []), topic, Number(weight)])
    }
  }
  const longest = Math.max(0, ...Array.from(begins.keys(), (begin) => begin.length))
  return {
    votesOf(word) {
      const own = exact.get(word)
      for (let length = Math.min(word.length, longest); length > 1; length--) {
        const votes = begins.get(word.slice(0, length))
        if (votes) return own ? [...own, ...votes] : votes
      }
      return own ?? NO_VOTES
    },
    phrasesFrom: (word) => phrases.get(word),
  }
}
