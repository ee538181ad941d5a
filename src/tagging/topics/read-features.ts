import { MARK, type Words } from '../../language/read-text.ts'
import { SECOND_LEVEL, TOPIC_COUNT, type TopicWord, type Votes } from './topic-words.ts'
import type { TopicsAt, WordTopics } from './word-topics.ts'

/** What the words of a text say about its topics. */
export interface TopicFeatures {
  /** Sum of the lexicon's votes for each topic: those of the top level, then those of `SECOND_LEVEL`. */
  readonly votes: readonly number[]
  /** The different words of the text. */
  readonly words: readonly TopicWord[]
  /** Weight of each of `words`; the sum of weight² × `square` over them is 1. */
  readonly weights: readonly number[]
  readonly isEnglish: boolean
}

/**
 * Evidence about a text: `own` by its words if its language has a lexicon, `english` by their English meaning
 * if the bridge knows any. Null otherwise; English texts have `own` alone.
 */
export interface TopicEvidence {
  readonly own: TopicFeatures | null
  readonly english: TopicFeatures | null
}

/** Titles are written to say what a text is about. */
const TITLE_WEIGHT = 2
/** Words read of a text: topics show early, and the end of a long text drifts. */
const WORDS_READ = 400
/** Words behind the title from which `lateWeight` counts. */
const EARLY_WORDS = 100
/**
 * Weight of a word behind the first hundred when a text is tagged. Documents would prefer a lower one
 * (English: 77 in 100 right with 1, 79 with 0.9, 82 with 0.8), but below 0.9 BBC and French news lose.
 * Training uses 1: few of its texts are longer, and with 0.9 English sentences lose.
 */
export const LATE_WEIGHT = 0.9
const LONGEST_PHRASE = 4

/**
 * Counts words and votes of the lexicon; `topicsAt` gives what is known of the word at an index. `titleWords`
 * is the number of words in the title.
 */
export function readFeatures(
  words: Words,
  topicsAt: TopicsAt,
  titleWords: number,
  {
    language,
    hasLexicon,
    lateWeight,
  }: { readonly language: string; readonly hasLexicon: boolean; readonly lateWeight: number },
): TopicEvidence {
  const topicsOfWords: WordTopics[] = []
  const phraseVotes = new Map<Votes, number>()
  const end = Math.min(words.folded.length, WORDS_READ)
  for (let at = 0; at < end; at++) {
    const folded = words.folded[at] ?? ''
    if (folded.length < 2 || (words.marks[at] ?? 0) & MARK.digit) continue
    const word = topicsAt(at)
    const weight = at < titleWords ? TITLE_WEIGHT : at < titleWords + EARLY_WORDS ? 1 : lateWeight
    if (word.count === 0) topicsOfWords.push(word)
    word.count += weight
    if (word.phrases) countPhrases(word.phrases, words, at, weight, phraseVotes)
  }
  const isEnglish = language === 'en'
  const own = hasLexicon ? { ...sumUp(topicsOfWords, phraseVotes, ofItself), isEnglish } : null
  const english = isEnglish ? null : { ...sumUp(topicsOfWords, new Map(), ofItsEnglish), isEnglish: false }
  for (const word of topicsOfWords) word.count = 0
  return { own, english: english?.words.length === 0 ? null : english }
}

const ofItself = (word: WordTopics): TopicWord => word.itself
const ofItsEnglish = (word: WordTopics): TopicWord | undefined => word.english

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

function sumUp(
  counted: readonly WordTopics[],
  phrases: ReadonlyMap<Votes, number>,
  saidBy: (word: WordTopics) => TopicWord | undefined,
): Omit<TopicFeatures, 'isEnglish'> {
  const votes = NO_VOTES.slice()
  const words: TopicWord[] = []
  const weights: number[] = []
  let square = 0
  for (const word of counted) {
    const said = saidBy(word)
    if (said === undefined) continue
    const weight = 1 + Math.log(word.count)
    addVotes(votes, said.votes, weight)
    weights.push(weight)
    words.push(said)
    square += weight * weight * said.square
  }
  for (const [vote, count] of phrases) addVotes(votes, vote, 1 + Math.log(count))
  const length = Math.sqrt(square) || 1
  for (let at = 0; at < words.length; at++) weights[at] = (weights[at] ?? 0) / length
  return { votes, words, weights }
}

// Plain arrays, here and in `classify-topics.ts`: creating a typed array takes longer than filling it.
const NO_VOTES: readonly number[] = Array.from({ length: TOPIC_COUNT + SECOND_LEVEL.length }, () => 0)

function addVotes(sums: number[], votes: Votes, weight: number): void {
  for (let at = 0; at < votes.length; at += 2) {
    const topic = votes[at] ?? 0
    sums[topic] = (sums[topic] ?? 0) + (votes[at + 1] ?? 0) * weight
  }
}
