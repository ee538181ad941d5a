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

/** Why a sentence that a model chose is not told. */
type SentenceRefusal =
  /** It was shown no sentence of this number. */
  | 'unknown'
  /** It says again what another one says. */
  | 'repeated'
  /** It leans on a sentence that does not stand before it. */
  | 'dangling'
  /** It is about something else than what our own rules chose and the headlines say. */
  | 'off-subject'

/** A choice with what was made of it: the sentence, or the reason against it. */
export interface JudgedSentence {
  readonly sentence: SpanSentence | null
  readonly content: ReadonlySet<string>
  readonly refusal: SentenceRefusal | null
  /** Why words that it wanted left out stay. */
  readonly refusedCuts: readonly (CutRefusal | NotFound)[]
}

/** No answer of a few sentences is longer; the rest is not looked at. */
const MAX_CHOSEN = 12
const MAX_CUTS = 6
/** Content words shared with what the outlets say. */
const ON_SUBJECT = 2

/**
 * Makes sentences out of what a model points at: those it was shown, in its order. `about` are the content words of what the outlets say, so that a line
 * which somebody planted in a feed is not told because it asked for it. Words are left out only where the rules for that allow it (see `judgeCuts`).
 */
export function judgeSentences(
  chosen: Choice['sentences'],
  { sentences }: NumberedReports,
  about: ReadonlySet<string>,
  language: string,
): readonly JudgedSentence[] {
  const judged: JudgedSentence[] = []
  const told: Passage[] = []
  for (const { number, leaveOut: words } of chosen.slice(0, MAX_CHOSEN)) {
    const passage = sentences[number - 1]
    const refusal = passage === undefined ? 'unknown' : refusalOf(passage, told, about)
    if (passage === undefined || refusal !== null) {
      judged.push({ sentence: null, content: NOTHING, refusal, refusedCuts: [] })
      continue
    }
    told.push(passage)
    judged.push({ ...shorten(passage, words, language), content: passage.content, refusal: null })
  }
  return judged
}

const NOTHING: ReadonlySet<string> = new Set()

function refusalOf(
  passage: Passage,
  told: readonly Passage[],
  about: ReadonlySet<string>,
): SentenceRefusal | null {
  if (told.some((other) => saysAgain(passage.content, other.content))) return 'repeated'
  if (passage.dangling && !follows(passage, told.at(-1))) return 'dangling'
  return isAbout(passage.content, about) ? null : 'off-subject'
}

const follows = ({ article, ordinal }: Passage, before: Passage | undefined): boolean =>
  before !== undefined && before.article === article && before.ordinal === ordinal - 1

const isAbout = (content: ReadonlySet<string>, about: ReadonlySet<string>): boolean =>
  content.intersection(about).size >= Math.min(ON_SUBJECT, content.size)

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

/** The article whose headline a model chose; undefined where it chose none that it was shown, or one about something else. */
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

/** How much of the shorter sentence's words may stand in another. */
const REPEATED = 0.8

/** Do these sentences say the same? By their analysed words that say something. */
const saysAgain = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  overlap(one, other) > REPEATED

/**
 * A summary out of what could be used of a model's choice. In the place of each sentence that could not comes the next of those that our own rules
 * chose which says something else. Where none could be used, it is our own choice.
 */
export function fillIn(
  judged: readonly JudgedSentence[],
  own: readonly SpanSentence[],
  room: Pick<SummaryRequest, 'words' | 'sentences'>,
  language: string,
): readonly SpanSentence[] {
  const used = judged.filter(({ sentence }) => sentence !== null)
  if (used.length === 0) return own
  const spare = own.filter(({ text }) => {
    const content = contentOf(text, language)
    return !isDangling(text, language) && !used.some((other) => saysAgain(content, other.content))
  })
  const sentences: SpanSentence[] = []
  let words = 0
  for (const one of judged) {
    const sentence = one.sentence ?? spare.shift()
    if (sentence === undefined) continue
    const length = sentence.text.split(/\s+/u).length
    if (sentences.length >= room.sentences || (sentences.length > 0 && words + length > room.words)) break
    sentences.push(sentence)
    words += length
  }
  return sentences
}
