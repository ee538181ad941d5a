import { contentOf } from '../../language/terms.ts'
import { findCut, type NotFound } from '../cut/find-cut.ts'
import { type CutRefusal, judgeCuts } from '../cut/judge-cuts.ts'
import { leaveOut } from '../cut/leave-out.ts'
import type { Span } from '../../records/briefing.ts'
import { overlap } from '../choose-from-one.ts'
import { isDangling } from '../dangling.ts'
import type { Passage } from '../read-passages.ts'
import type { SpanSentence, SummaryRequest } from '../summary.ts'
import type { Choice } from './answer.ts'
import type { NumberedReports } from './number-reports.ts'

/** Why a sentence that a model chose is not used. */
type SentenceRefusal =
  /** No sentence with this number was shown. */
  | 'unknown'
  /** It repeats another chosen sentence. */
  | 'repeated'
  /** It depends on a sentence that does not stand before it. */
  | 'dangling'
  /** It is about something else than the sentences of our own rules and the headlines. */
  | 'off-subject'

/** A chosen sentence after the check: the sentence, or the reason against it. */
export interface JudgedSentence {
  readonly sentence: SpanSentence | null
  readonly content: ReadonlySet<string>
  readonly refusal: SentenceRefusal | null
  /** Why words that the model wanted to leave out stay. */
  readonly refusedCuts: readonly (CutRefusal | NotFound)[]
}

/** Items of an answer that are looked at; a summary of a few sentences has fewer. */
const MAX_CHOSEN = 12
const MAX_CUTS = 6
/** Minimum number of content words shared with what the outlets say. */
const LEAST_SHARED_WORDS = 2

/**
 * Checks the sentences that a model chose and returns them in its order. `about` has the content words of our
 * own summary and the headlines, so that a line planted in a feed is not told because it asked for it. Words
 * are left out only where the rules allow it (see `judgeCuts`). `language` is ISO 639-1.
 */
export function judgeSentences(
  chosen: Choice['sentences'],
  { sentences }: NumberedReports,
  about: ReadonlySet<string>,
  language: string,
): readonly JudgedSentence[] {
  const judged: JudgedSentence[] = []
  const accepted: Passage[] = []
  for (const { number, leaveOut: words } of chosen.slice(0, MAX_CHOSEN)) {
    const passage = sentences[number - 1]
    const refusal = passage === undefined ? 'unknown' : refusalOf(passage, accepted, about)
    if (passage === undefined || refusal !== null) {
      judged.push({ sentence: null, content: NOTHING, refusal, refusedCuts: [] })
      continue
    }
    accepted.push(passage)
    judged.push({ ...shorten(passage, words, language), content: passage.content, refusal: null })
  }
  return judged
}

const NOTHING: ReadonlySet<string> = new Set()

function refusalOf(
  passage: Passage,
  accepted: readonly Passage[],
  about: ReadonlySet<string>,
): SentenceRefusal | null {
  if (accepted.some((other) => saySame(passage.content, other.content))) return 'repeated'
  if (passage.dangling && !follows(passage, accepted.at(-1))) return 'dangling'
  return isAbout(passage.content, about) ? null : 'off-subject'
}

const follows = ({ article, ordinal }: Passage, before: Passage | undefined): boolean =>
  before !== undefined && before.article === article && before.ordinal === ordinal - 1

const isAbout = (content: ReadonlySet<string>, about: ReadonlySet<string>): boolean =>
  content.intersection(about).size >= Math.min(LEAST_SHARED_WORDS, content.size)

function shorten(
  { text, article, start, end }: Passage,
  words: readonly string[],
  language: string,
): Pick<JudgedSentence, 'sentence' | 'refusedCuts'> {
  let cuts: readonly Span[] = []
  const refusedCuts: (CutRefusal | NotFound)[] = []
  for (const piece of words.slice(0, MAX_CUTS)) {
    const span = findCut(text, piece)
    if (typeof span === 'string') {
      refusedCuts.push(span)
      continue
    }
    const together = [...cuts, span].toSorted(([one], [other]) => one - other)
    const refusal = judgeCuts(text, together, language)
    if (refusal === null) cuts = together
    else refusedCuts.push(refusal)
  }
  const whole = { article, start, end, chosenBy: 'model' } as const
  if (cuts.length === 0) return { sentence: { ...whole, text }, refusedCuts }
  const shown = leaveOut(text, { start: 0, end: text.length, leftOut: cuts })
  const leftOut = cuts.map(([from, to]): Span => [start + from, start + to])
  return { sentence: { ...whole, text: shown, leftOut }, refusedCuts }
}

/**
 * Returns the index of the article whose headline a model chose; undefined if it chose none, one that was not
 * shown, or one about something else.
 */
export function judgeHeadline(
  number: number | null,
  { headlines }: NumberedReports,
  about: ReadonlySet<string>,
  language: string,
): number | undefined {
  const chosen = number === null ? undefined : headlines[number - 1]
  if (chosen === undefined || !isAbout(contentOf(chosen.title, language), about)) return undefined
  return chosen.article
}

/** Above this share of common content words two sentences say the same. */
const REPEATED_SHARE = 0.8

/** Whether two sentences say the same, by their analysed content words. */
const saySame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  overlap(one, other) > REPEATED_SHARE

/**
 * Builds a summary from the usable part of a model's choice. Each unusable sentence is replaced by the next
 * one that our own rules chose and that says something else. If nothing is usable, returns our own choice.
 */
export function fillIn(
  judged: readonly JudgedSentence[],
  own: readonly SpanSentence[],
  limits: Pick<SummaryRequest, 'words' | 'sentences'>,
  language: string,
): readonly SpanSentence[] {
  const used = judged.filter(({ sentence }) => sentence !== null)
  if (used.length === 0) return own
  const spare = own.filter(({ text }) => {
    const content = contentOf(text, language)
    return !isDangling(text, language) && !used.some((other) => saySame(content, other.content))
  })
  const sentences: SpanSentence[] = []
  let words = 0
  for (const one of judged) {
    const sentence = one.sentence ?? spare.shift()
    if (sentence === undefined) continue
    const length = sentence.text.split(/\s+/u).length
    if (sentences.length >= limits.sentences || (sentences.length > 0 && words + length > limits.words)) break
    sentences.push(sentence)
    words += length
  }
  return sentences
}
