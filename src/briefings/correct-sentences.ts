import { checkSentences } from '../summaries/check-sentence.ts'
import { extractSummary } from '../summaries/extract-summary.ts'
import type { BriefedSentence, ModelSentence } from './briefing.ts'
import { citationsOf } from './citations-of.ts'
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
 * Makes an edit in the sentences of a story: each that the article rewrote in its new words, none that it took back, and no model's that the new text carries less well
 * than the old. Where none of the article is left of what went, it is quoted anew.
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
  citationsOf(sentence).some((one) => one.articleId === articleId)

function correctOne(
  sentence: BriefedSentence,
  article: EditedArticle,
  taken: QuotedSpan[],
): BriefedSentence | null {
  const { articleId, before, after, language } = article
  const { version } = after
  if (sentence.by === 'model') {
    if (!stillHolds(sentence, article)) return null
    const citations = sentence.cites.map((one) => (one.articleId === articleId ? { ...one, version } : one))
    return { ...sentence, cites: citations }
  }
  const texts = { before: before.text, after: after.text }
  const successor = findSuccessor(sentence.text, texts, language, taken)
  if (successor === null) return null
  taken.push(successor)
  return { ...sentence, ...successor, version }
}

/** What it cites besides is not at hand: the new text must leave open nothing that the old one bore out. */
function stillHolds({ text, language }: ModelSentence, { before, after }: EditedArticle): boolean {
  const problemsIn = (source: string): readonly string[] =>
    checkSentences({
      sources: [{ id: 'cited', text: source }],
      sentences: [{ text, cites: ['cited'] }],
      language,
    }).flatMap(({ problems }) => problems)
  const known = new Set(problemsIn(before.text))
  return problemsIn(after.text).every((problem) => known.has(problem))
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
            by: 'outlet' as const,
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
