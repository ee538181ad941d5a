import { leaveOut } from '../summaries/cut/leave-out.ts'
import type { BriefedSentence, Span } from '../records/briefing.ts'
import { extractSummary } from '../summaries/summarise.ts'
import type { TextVersion } from './describe-edit.ts'
import { findSuccessor, type QuotedSpan } from './find-successor.ts'
import { SUMMARY_WORDS } from './tell-story.ts'

/** An article that a story quotes, as the story knows it and as it is now. */
export interface EditedArticle {
  readonly articleId: string
  readonly sourceId: string
  /** Its index among the outlets of the story. */
  readonly outlet: number
  /** ISO 639-1. */
  readonly language: string
  readonly before: TextVersion
  readonly after: TextVersion & { readonly version: number }
}

/** Sentences of a story with an edit made in them. */
export interface CorrectedSentences {
  readonly sentences: readonly BriefedSentence[]
  /** Sentences that have others in their place, which the outlet wrote instead. */
  readonly rewritten: readonly { readonly before: string; readonly after: string }[]
  /** True when any says something else now, or is gone. */
  readonly isChanged: boolean
}

/**
 * Makes an edit in the sentences of a story: each that the article rewrote in its new words, none that it took back. One that a model had shortened is whole again where it
 * was changed. Where none of the article is left of what went, it is quoted anew.
 */
export function correctSentences(
  sentences: readonly BriefedSentence[],
  article: EditedArticle,
): CorrectedSentences {
  const corrected: BriefedSentence[] = []
  const rewritten: { before: string; after: string }[] = []
  const taken: QuotedSpan[] = []
  let firstLost = -1
  let lost = 0
  for (const sentence of sentences) {
    const told = cites(sentence, article) ? correctOne(sentence, article, taken) : sentence
    if (told === null) {
      lost += 1
      if (firstLost < 0) firstLost = corrected.length
      continue
    }
    if (told.text !== sentence.text) rewritten.push({ before: sentence.text, after: told.text })
    corrected.push(told)
  }
  if (lost > 0 && !corrected.some((sentence) => cites(sentence, article)))
    corrected.splice(firstLost, 0, ...quoteAnew(article, lost, corrected))
  return { sentences: corrected, rewritten, isChanged: lost > 0 || rewritten.length > 0 }
}

const cites = (sentence: BriefedSentence, { articleId }: EditedArticle): boolean =>
  sentence.articleId === articleId

function correctOne(
  sentence: BriefedSentence,
  { before, after, language }: EditedArticle,
  taken: QuotedSpan[],
): BriefedSentence | null {
  const whole = wholeOf(sentence, before)
  const successor = findSuccessor(whole, { before: before.text, after: after.text }, language, taken)
  if (successor === null) return null
  taken.push(successor)
  const { version } = after
  const { leftOut, ...rest } = sentence
  if (leftOut === undefined || successor.text !== whole) return { ...rest, ...successor, version }
  const moved = successor.start - sentence.start
  const shifted = leftOut.map(([from, to]): Span => [from + moved, to + moved])
  return { ...sentence, start: successor.start, end: successor.end, leftOut: shifted, version }
}

/** The sentence with what was left out of it; as it is shown, which stands in no text, where the version before is not the one it was told from. */
function wholeOf(sentence: BriefedSentence, before: TextVersion): string {
  if (sentence.leftOut === undefined) return sentence.text
  const isFrom = leaveOut(before.text, sentence) === sentence.text
  return isFrom ? before.text.slice(sentence.start, sentence.end) : sentence.text
}

/** As many sentences of the article as went, none that another outlet is quoted with. */
function quoteAnew(
  { articleId, sourceId, outlet, language, after }: EditedArticle,
  sentences: number,
  quoted: readonly BriefedSentence[],
): readonly BriefedSentence[] {
  const { version, title, text } = after
  const articles = [{ id: articleId, version, title, text, outlet: sourceId, language }]
  const known = new Set(quoted.map((sentence) => sentence.text))
  return extractSummary({ articles, words: SUMMARY_WORDS, sentences }).sentences.flatMap((span) =>
    known.has(span.text)
      ? []
      : [
          {
            text: span.text,
            language,
            outlet,
            articleId,
            version,
            start: span.start,
            end: span.end,
          },
        ],
  )
}
