import type { Passage } from './read-passages.ts'
import type { Budget } from './summary.ts'
import weights from './expect-words.json' with { type: 'json' }

/** An article's sentences, and whose report it is. */
export interface Report {
  readonly passages: readonly Pick<Passage, 'words' | 'content' | 'position'>[]
  /** Articles of one outlet, and copies of one wire report, are one witness. */
  readonly witness: number
  /** The words of its headline that say something. */
  readonly title: ReadonlySet<string>
}

/** What is known of a word before it is guessed whether a summary says it: by these names stand the weights in `expect-words.json`. */
export const SIGNS = ['always', 'room', 'count', 'first', 'early', 'number', 'witnesses'] as const

/** Of a logistic regression, one for each sign: `npm run train:summaries` learns and writes them. */
const WEIGHTS: readonly number[] = SIGNS.map((sign) => weights[sign])

/** How long a summary is beside what it may be at most: flat from 0.5 to 0.8. */
const FILLED = 0.65
/** Words of a sentence where only sentences are counted. */
const USUAL_LENGTH = 25

/** Words that a summary within this budget is expected to have. */
export const expectedLength = ({ words, sentences }: Budget): number =>
  FILLED * Math.min(words, sentences * USUAL_LENGTH)

/**
 * How likely a person's summary of so many words says each word of these reports that says something, 0 to 1: by how often and how early the reports have it, and how
 * many of them. (Hong and Nenkova, "Improving the estimation of word importance for news multi-document summarization", 2014.)
 */
export function expectWords(reports: readonly Report[], length: number): ReadonlyMap<string, number> {
  const expected = new Map<string, number>()
  for (const [word, signs] of readSigns(reports, length)) {
    const sum = signs.reduce((all, sign, i) => all + sign * (WEIGHTS[i] ?? 0), 0)
    expected.set(word, 1 / (1 + Math.exp(-sum)))
  }
  return expected
}

/** Sentences: how fast it counts less that one stands further down. */
const NEAR = 10
const OPENING = 8

/** `SIGNS` of each word that says something. */
export function readSigns(
  reports: readonly Report[],
  length: number,
): ReadonlyMap<string, readonly number[]> {
  const heard = new Map<string, Heard>()
  let words = 0
  for (const same of Map.groupBy(reports, ({ witness }) => witness).values()) {
    const loudest = new Map<string, Heard>()
    for (const report of same) {
      for (const passage of report.passages) words += passage.words.length
      for (const [word, one] of hear(report)) join(loudest, word, one, Math.max)
    }
    for (const [word, one] of loudest) join(heard, word, one, (a, b) => a + b)
  }
  const room = Math.log(length / Math.max(1, words))
  return new Map(
    heard
      .entries()
      .map(([word, { count, early, first, witnesses }]) => [
        word,
        [
          1,
          room,
          Math.log(count),
          Math.exp(-first / OPENING),
          Math.log(1 + early),
          /\p{Nd}/u.test(word) ? 1 : 0,
          Math.log(witnesses),
        ],
      ]),
  )
}

interface Heard {
  count: number
  /** The number of sentences with it, each counting less the later it stands. */
  early: number
  /** The first sentence with it. */
  first: number
  witnesses: number
}

/** What one report says; its headline is as much as a first sentence. */
function hear({ passages, title }: Report): ReadonlyMap<string, Heard> {
  const heard = new Map<string, Heard>()
  for (const word of title) heard.set(word, { count: 1, early: 1, first: 0, witnesses: 1 })
  for (const { words, content, position } of passages) {
    const early = Math.exp(-position / NEAR)
    for (const word of content) {
      const one = heard.get(word)
      if (one === undefined) heard.set(word, { count: 0, early, first: position, witnesses: 1 })
      else one.early += early
    }
    for (const word of words) {
      const one = content.has(word) ? heard.get(word) : undefined
      if (one !== undefined) one.count++
    }
  }
  return heard
}

function join(
  all: Map<string, Heard>,
  word: string,
  one: Heard,
  both: (a: number, b: number) => number,
): void {
  const before = all.get(word)
  if (before === undefined) {
    all.set(word, { ...one })
    return
  }
  before.witnesses = both(before.witnesses, one.witnesses)
  before.count = both(before.count, one.count)
  before.early = both(before.early, one.early)
  before.first = Math.min(before.first, one.first)
}

/** How much of a summary this sentence is expected to say: words not told yet, and so much for each that only holds it together. */
export function saysOf(
  { words, content }: Pick<Passage, 'words' | 'content'>,
  expected: ReadonlyMap<string, number>,
  told: ReadonlySet<string>,
  small: number,
): number {
  let says = small * (words.length - content.size)
  for (const word of content) if (!told.has(word)) says += expected.get(word) ?? 0
  return says
}
