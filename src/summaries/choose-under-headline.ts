import { bridgeKey } from '../language/bridge/bridge-key.ts'
import { expectedLength, expectedWordsOf, expectWords, type Report as WitnessReport } from './expect-words.ts'
import weights from './sentence-weights.json' with { type: 'json' }
import { inReadingOrder, precedes } from './reading-order.ts'
import type { Passage } from './read-passages.ts'
import type { Budget } from './summary.ts'

/** The headline over a summary. */
export interface Headline {
  /** Index of the article that it belongs to. */
  readonly article: number
  /** Its content words. */
  readonly words: ReadonlySet<string>
  /** ISO 639-1. */
  readonly language: string
}

/** The sentences of an article, and how well it stands for its story. */
export interface ReportOfStory extends WitnessReport {
  readonly passages: readonly Passage[]
  /** Hours that it is behind the newest report. */
  readonly hoursBehind: number
  /** How near its headline is to what all reports say, 0 to 1. */
  readonly nearness: number
}

/** Sentences chosen to stand under a headline. */
export interface ToldUnder {
  readonly passages: readonly Passage[]
  /** Log-odds that an editor would let the best first sentence stand there; -Infinity if there is none. */
  readonly worth: number
}

/**
 * What is seen of a sentence under a headline and behind the sentences that were chosen. `sentence-weights.json`
 * has two weights for each, under these names: for the first sentence and for further ones. `npm run
 * train:choices` learns them.
 */
interface Signs {
  readonly always: 1
  /** Words of a person's summary that it is expected to add to headline and sentences above. */
  readonly adds: number
  /** The share of the headline's words that it contains. */
  readonly share: number
  /** Half days that its report is behind the newest, at most one. */
  readonly age: number
  /** `ReportOfStory.nearness`. */
  readonly nearness: number
  /** The square of its length in units of thirty words. */
  readonly length: number
  /** Its report has the headline. */
  readonly own: number
  readonly dangling: number
  /** It opens with a quotation. */
  readonly quotes: number
  readonly asks: number
  /** It is cut off, or a standfirst without a full stop. */
  readonly incomplete: number
  /** It stands directly behind a chosen sentence. */
  readonly follows: number
  /** A chosen sentence is of the same outlet. */
  readonly sameWitness: number
}

/**
 * Log-odds that the first sentence needs. Of 855 stories it refuses one that has any other; it is for texts of
 * another kind.
 */
const LEAST_FIRST = -1
/**
 * Log-odds that a further sentence needs: two to one if its outlet is told already, else even odds, because a
 * reader wants to know who else says what. On days left out, 31 instead of 4 of 100 stories of several outlets
 * are told by two then (readers told 39), 60 instead of 51 of 100 sentences that readers chose are told, and
 * readers would object to 25 instead of 21 of 100 tellings.
 */
const LEAST_FURTHER = 0.7
const LEAST_OF_ANOTHER = 0

/**
 * Log-odds added for the opening of the headlined report, from which its other sentences are understood ("the
 * duties"). They decide which sentence comes first, not which headline is told. Of 597 stories of two streams
 * 42 begin otherwise; readers who did not know which was which found 34 better and 12 worse, let 22 instead of
 * 9 pass, and missed a main fact in 12 instead of 30. With 2 there are 11 more, half of them better.
 */
const LEAD_BONUS = 1

/**
 * Chooses the sentences under a headline: first the one that an editor would most likely put there, then
 * those that add to it, as long as an editor would. A sentence that leans on its neighbour only directly
 * follows it.
 */
export function chooseUnderHeadline(
  reports: readonly ReportOfStory[],
  budget: Budget,
  headline: Headline,
): ToldUnder {
  const expected = expectWords(reports, expectedLength(budget))
  const roots = rootsOf(headline.words, headline.language)
  const sentences = reports.flatMap((report) =>
    report.passages
      .filter(({ torn }) => !torn)
      .map((passage): Sentence => ({ passage, report, share: shareOf(roots, passage, headline.language) })),
  )
  const picked: Sentence[] = []
  const used = new Set(headline.words)
  let words = 0
  let worth = -Infinity
  while (picked.length < budget.sentences) {
    const isFirst = picked.length === 0
    let best: Sentence | undefined
    let most = -Infinity
    for (const sentence of sentences) {
      const { passage } = sentence
      if (picked.includes(sentence) || (!isFirst && words + passage.length > budget.words)) continue
      const follows = picked.some((one) => precedes(one.passage, passage))
      if ((passage.dangling || passage.goesOn) && !follows) continue
      if (isFirst && !mayOpen(sentence, headline)) continue
      const signs = readSigns(sentence, headline, { expected, used, picked })
      let odds = weigh(signs, isFirst ? weights.first : weights.further)
      if (isFirst) {
        worth = Math.max(worth, odds)
        if (signs.own === 1 && passage.position === 0 && passage.complete) odds += LEAD_BONUS
      }
      const least = isFirst ? LEAST_FIRST : signs.sameWitness === 1 ? LEAST_FURTHER : LEAST_OF_ANOTHER
      if (odds > least && odds > most) [best, most] = [sentence, odds]
    }
    if (best === undefined) break
    picked.push(best)
    words += best.passage.length
    for (const word of best.passage.content) used.add(word)
  }
  return { passages: inReadingOrder(picked.map(({ passage }) => passage)), worth }
}

/**
 * Whether a summary may begin with a sentence: it has a third of the headline's words, or is of the headlined
 * report and has one, or is the first one of that report, provided that this is no longer than a teaser. Of
 * 62 long reports in a stream whose openings share no word with the headline, 36 lean on it, set a scene or
 * begin with a caption; of 37 in another all but four were no news.
 */
const mayOpen = ({ passage, report, share }: Sentence, { article }: Headline): boolean =>
  passage.article === article
    ? share > 0 ||
      (passage.position === 0 &&
        report.passages.length <= MOST_TEASER_SENTENCES &&
        !QUOTATION.test(passage.text))
    : share >= LEAST_HEADLINE_SHARE

const LEAST_HEADLINE_SHARE = 0.34
const MOST_TEASER_SENTENCES = 6

interface Sentence {
  readonly passage: Passage
  readonly report: ReportOfStory
  readonly share: number
}

interface Told {
  readonly expected: ReadonlyMap<string, number>
  /** Words of the headline and of chosen sentences. */
  readonly used: ReadonlySet<string>
  readonly picked: readonly Sentence[]
}

function readSigns(
  { passage, report, share }: Sentence,
  headline: Headline,
  { expected, used, picked }: Told,
): Signs {
  const { text, dangling, complete, length } = passage
  return {
    always: 1,
    adds: expectedWordsOf(passage, expected, used, 0),
    share,
    age: Math.min(1, report.hoursBehind / HALF_DAY),
    nearness: report.nearness,
    length: (length / 30) ** 2,
    own: Number(passage.article === headline.article),
    dangling: Number(dangling),
    quotes: Number(QUOTATION.test(text)),
    asks: Number(QUESTION.test(text)),
    incomplete: Number(!complete),
    follows: Number(picked.some((one) => precedes(one.passage, passage))),
    sameWitness: Number(picked.some((one) => one.report.witness === report.witness)),
  }
}

const HALF_DAY = 12
const QUOTATION = /^["“„«‘'「]/u
const QUESTION = /[?？؟]/u

const weigh = (signs: Signs, by: typeof weights.first): number =>
  SENTENCE_SIGNS.reduce((sum, sign) => sum + by[sign] * signs[sign], 0)

const shareOf = (roots: ReadonlySet<string>, { content }: Passage, language: string): number =>
  roots.size === 0 ? 1 : roots.intersection(rootsOf(content, language)).size / roots.size

const rootsOf = (words: ReadonlySet<string>, language: string): ReadonlySet<string> =>
  new Set([...words].map((word) => bridgeKey(word, language)))

/** The signs in the order of the marked sentences (`briefings/build/marked-choices.tsv`). */
export const SENTENCE_SIGNS = [
  'always',
  'adds',
  'share',
  'age',
  'nearness',
  'length',
  'own',
  'dangling',
  'quotes',
  'asks',
  'incomplete',
  'follows',
  'sameWitness',
] as const satisfies readonly (keyof Signs)[]
