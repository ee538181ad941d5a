import { topicTerms } from '../../language/parts.ts'
import { readText } from '../../language/read-text.ts'

/**
 * Number of topics at the top level of IPTC Media Topics. Topic n of them, from 0, has the code
 * `medtop:NN000000` with NN = n + 1.
 */
export const TOPIC_COUNT = 17

/** Topics and weights in turn. Topics 0 to 16 are the top level, those from 17 on are `SECOND_LEVEL`. */
export type Votes = readonly number[]

/** What something adds to the log-odds of each topic: `TOPIC_COUNT` of these numbers, from `at` on. */
export interface TopicAdds {
  readonly numbers: ArrayLike<number>
  readonly at: number
}

/** What each stem adds. The key is language and stem: "en:elect". */
export type StemWeights = Pick<ReadonlyMap<string, TopicAdds>, 'get'>

const ROWS_TOGETHER = 1024

/**
 * Creates a source of rows of zeros to fill. Many rows share an array, because one of their own would take
 * three times the memory.
 */
export function makeRowsOfAdds(): () => TopicAdds & { readonly numbers: Float32Array } {
  let numbers = new Float32Array(0)
  let at = 0
  return () => {
    at += TOPIC_COUNT
    if (at >= numbers.length) {
      numbers = new Float32Array(ROWS_TOGETHER * TOPIC_COUNT)
      at = 0
    }
    return { numbers, at }
  }
}

/** What one word says about topics. */
export interface TopicWord {
  /** Language and stem ("en:elect"); empty for the sum of several English stems, and if nothing is known. */
  readonly stem: string
  readonly votes: Votes
  /** What it adds to the log-odds of each topic; undefined if training never met it. */
  readonly adds: TopicAdds | undefined
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

export const NO_VOTES: Votes = []

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
  const exact = new Map<string, number[]>()
  const phrases = new Map<string, Map<string, number[]>>()
  const beginsOfTop = new Map<string, number[]>()
  const beginsBelow = new Map<string, number[]>()
  for (const [topic, code] of TOPIC_CODES.entries())
    for (const term of listed[code] ?? []) {
      const [name = '', weight = '1'] = term.split('=')
      const words = readText(name).folded
      const [first] = words
      if (first === undefined) continue
      const key = words.join(' ')
      const begins = topic < TOPIC_COUNT ? beginsOfTop : beginsBelow
      let home = words.length === 1 && name.endsWith('*') ? begins : exact
      if (words.length > 1) home = phrases.getOrInsertComputed(first, () => new Map<string, number[]>())
      home.set(key, [...(home.get(key) ?? []), topic, Number(weight)])
    }
  const longestBegin = longestBeginOf(beginsOfTop, beginsBelow)
  return {
    votesOf(word) {
      const own = exact.get(word)
      const votes = longestBegin(word)
      return own && votes ? [...own, ...votes] : (own ?? votes ?? NO_VOTES)
    },
    phrasesFrom: (word) => phrases.get(word),
  }
}

/** Returns the votes of the longest listed beginning that a word has in each of two lists, joined. */
function longestBeginOf(
  one: ReadonlyMap<string, Votes>,
  other: ReadonlyMap<string, Votes>,
): (word: string) => Votes | undefined {
  const begins = [...new Set([...one.keys(), ...other.keys()])].toSorted((a, b) => b.length - a.length)
  const longestIn = (list: ReadonlyMap<string, Votes>, word: string): Votes =>
    list.get(begins.find((begin) => list.has(begin) && word.startsWith(begin)) ?? '') ?? NO_VOTES
  const shortest = Math.min(...begins.map(({ length }) => length))
  // Beginnings by their first letters, longest first: most words match none of them.
  const byStart = Map.groupBy(
    begins.map((begin) => [begin, [...longestIn(one, begin), ...longestIn(other, begin)]] as const),
    ([begin]) => begin.slice(0, shortest),
  )
  return (word) => byStart.get(word.slice(0, shortest))?.find(([begin]) => word.startsWith(begin))?.[1]
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

/** The codes of all topics, by their numbers in `Votes`. */
const TOPIC_CODES: readonly `medtop:${string}`[] = [...TOP_LEVEL, ...SECOND_LEVEL.map(({ code }) => code)]

/** The number of a topic in `Votes`; undefined for a code that is not among them. */
export function topicNumber(code: string): number | undefined {
  const number = TOPIC_CODES.findIndex((known) => known === code)
  return number < 0 ? undefined : number
}
