import { topicTerms } from '../../language/parts.ts'
import { readText } from '../../language/read-text.ts'

/**
 * Number of topics at the top level of IPTC Media Topics. Topic n of them, from 0, has the code
 * `medtop:NN000000` with NN = n + 1.
 */
export const TOPIC_COUNT = 17

/** Topics and weights in turn. Topics 0 to 16 are the top level, those from 17 on are `SECOND_LEVEL`. */
export type Votes = readonly number[]

/** What each stem adds to the log-odds of each topic. The key is language and stem: "en:elect". */
export type StemWeights = Pick<ReadonlyMap<string, ArrayLike<number>>, 'get'>

/** What one word says about topics. */
export interface TopicWord {
  /** Language and stem ("en:elect"); empty for the sum of several English stems. */
  readonly stem: string
  readonly votes: Votes
  /** What it adds to the log-odds of each topic; undefined if training never met it. */
  readonly adds: ArrayLike<number> | undefined
  /**
   * Squared size of the word as a vector: 1 for a word itself, less where its meaning is divided among
   * several stems.
   */
  readonly square: number
}

/** The lexicon of one language. */
export interface TopicWords {
  /** Votes of one word: those of its own entry and of the longest listed beginning ("film*") that it has. */
  votesOf(word: string): Votes
  /** Votes of listed phrases that begin with this word, by the whole phrase; undefined if there are none. */
  phrasesFrom(word: string): ReadonlyMap<string, Votes> | undefined
}

const NO_VOTES: Votes = []

let opened: ReadonlyMap<string, TopicWords> | null = null

/** The lexicons of all languages that have one, read once in a process. */
export function openTopicWords(): ReadonlyMap<string, TopicWords> {
  return (opened ??= new Map(topicTerms.languages().map((language) => [language, readTopicWords(language)])))
}

/** Codes of the top level, by topic number. */
export const TOP_LEVEL = Array.from(
  { length: TOPIC_COUNT },
  (_, topic) => `medtop:${String(topic + 1).padStart(2, '0')}000000` as const,
)

function readTopicWords(language: string): TopicWords {
  const listed = topicTerms.of(language) ?? {}
  const top = TOP_LEVEL.map((code, topic) => ({ topic, terms: listed[code] ?? [] }))
  const second = SECOND_LEVEL.map(({ code }, at) => ({
    topic: TOPIC_COUNT + at,
    terms: listed[code] ?? [],
  }))
  return joinWords(indexTerms(top), indexTerms(second))
}

/** Joins two lexicons. Each keeps its own longest beginning, so that a word votes in both. */
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

function indexTerms(
  topics: readonly { readonly topic: number; readonly terms: readonly string[] }[],
): TopicWords {
  const exact = new Map<string, number[]>()
  const begins = new Map<string, number[]>()
  const phrases = new Map<string, Map<string, number[]>>()
  for (const { topic, terms } of topics) {
    for (const term of terms) {
      const [name = '', weight = '1'] = term.split('=')
      const words = readText(name).folded
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
  const shortest = Math.min(...Array.from(begins.keys(), (begin) => begin.length))
  // Beginnings by their first letters, longest first: most words match none of them.
  const byStart = Map.groupBy(
    [...begins].toSorted(([one], [other]) => other.length - one.length),
    ([begin]) => begin.slice(0, shortest),
  )
  return {
    votesOf(word) {
      const own = exact.get(word)
      const [, votes] = byStart.get(word.slice(0, shortest))?.find(([begin]) => word.startsWith(begin)) ?? []
      return own && votes ? [...own, ...votes] : (own ?? votes ?? NO_VOTES)
    },
    phrasesFrom: (word) => phrases.get(word),
  }
}

/**
 * Topics below the top level that the words of a text can tell, each with the number (0 to 16) of its
 * top-level topic.
 */
export const SECOND_LEVEL: readonly { readonly code: `medtop:${string}`; readonly parent: number }[] = [
  // election, diplomacy, economic sanction
  { code: 'medtop:20000574', parent: 10 },
  { code: 'medtop:20000639', parent: 10 },
  { code: 'medtop:20000642', parent: 10 },
  // armed conflict, act of terror, civil unrest, peace process
  { code: 'medtop:20000056', parent: 15 },
  { code: 'medtop:20000053', parent: 15 },
  { code: 'medtop:20000065', parent: 15 },
  { code: 'medtop:20000073', parent: 15 },
  // climate change, diseases and conditions, immigration
  { code: 'medtop:20000418', parent: 5 },
  { code: 'medtop:20000446', parent: 6 },
  { code: 'medtop:20000771', parent: 13 },
]

/** The number of a topic in `Votes`; undefined for a code that is not among them. */
export function topicNumber(code: string): number | undefined {
  const top = TOP_LEVEL.findIndex((known) => known === code)
  if (top >= 0) return top
  const below = SECOND_LEVEL.findIndex((known) => known.code === code)
  return below < 0 ? undefined : TOPIC_COUNT + below
}
