import { readFileSync } from 'node:fs'
import { splitWords } from '../words/split-words.ts'

/** How many topics IPTC Media Topics has at its top level; topic n of them is `medtop:NN000000`. */
export const TOPIC_COUNT = 17

/** Topic (0 to 16) and weight, in turn. */
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

/** Reads lexicon/LL.txt: "NN word=weight begin*=weight several_words=weight …", one topic a line, weight 1 where none stands. */
export function readTopicWords(): ReadonlyMap<string, TopicWords> {
  return new Map(
    LANGUAGES.map((language) => [
      language,
      parseTopicWords(readFileSync(new URL(`lexicon/${language}.txt`, import.meta.url), 'utf8')),
    ]),
  )
}

function parseTopicWords(text: string): TopicWords {
  const exact = new Map<string, number[]>()
  const begins = new Map<string, number[]>()
  const phrases = new Map<string, Map<string, number[]>>()
  for (const line of text.split('\n')) {
    const [code = '', ...terms] = line.split(' ')
    if (!/^\d\d$/.test(code)) continue
    for (const term of terms) {
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
      home.set(key, [...(home.get(key) ?? []), Number(code) - 1, Number(weight)])
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
