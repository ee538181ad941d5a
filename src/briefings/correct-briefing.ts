import type { ArticleVersion } from '../records/article.ts'
import { contentOf } from '../language/terms.ts'
import type { BriefedSentence, BriefedStory, Briefing, Development, Span } from '../records/briefing.ts'
import { eachStory } from './each-story.ts'
import { leaveOut } from '../summaries/cut/leave-out.ts'
import { readPassages } from '../summaries/read-passages.ts'
import { extractSummary } from '../summaries/summarise.ts'
import { describeEdit, eachChangeOnce, type TextVersion, toChanges } from './describe-edit.ts'
import { printedHeadline } from './printed-headline.ts'
import { SUMMARY_WORDS } from './write-story.ts'
import { WEIGHT, weighChange } from './weigh-change.ts'

/** An article that its outlet changed after a briefing told it. */
export interface EditedReport {
  readonly articleId: string
  readonly sourceId: string
  /** All versions, oldest first; the last is the current one. */
  readonly versions: readonly ArticleVersion[]
}

/**
 * Returns the briefing with the newest version of an article in place of the one it shows: headline and
 * sentences in the outlet's new words, and lines that say what changed. A sentence that the outlet took back
 * without a replacement is removed; one that a model had shortened is whole again if it was changed. The same
 * object if the edit shows nowhere.
 */
export function correctBriefing(briefing: Briefing, report: EditedReport): Briefing {
  return eachStory(briefing, (story) => correctStory(story, report))
}

function correctStory(story: BriefedStory, report: EditedReport): BriefedStory {
  const { articleId, sourceId } = report
  const after = report.versions.at(-1)
  const shown = findShown(story, report)
  const outlet = shown === null ? undefined : story.outlets[shown.outlet]
  if (after === undefined || shown === null || outlet === undefined) return story
  const { language } = outlet
  const edit = describeEdit(shown.version, after, language)
  if (edit === null) return story
  const { sentences, rewritten, isChanged } = correctSentences(story.sentences, {
    articleId,
    sourceId,
    outlet: shown.outlet,
    language,
    before: shown.version,
    after,
  })
  const { title } = shown.version
  const isHeadlined = story.headline === printedHeadline(title)
  const isRetitled = title !== after.title && (outlet.title === title || isHeadlined)
  const developments = story.developments?.filter((one) => stillSays(one, articleId, after))
  const isLost = developments?.length !== story.developments?.length
  if (!isChanged && !isRetitled && !isLost && edit.kind === 'edit') return story
  const quoted = eachChangeOnce(
    [...(isRetitled ? [{ before: title, after: after.title }] : []), ...rewritten].filter(
      (one) => weighChange(one.before, one.after, language) > WEIGHT.spelling,
    ),
    language,
  )
  const shownEdit = { ...edit, rewritten: quoted.length > 0 ? quoted : edit.rewritten }
  return {
    ...story,
    headline: isHeadlined ? printedHeadline(after.title) : story.headline,
    outlets: story.outlets.map((one, index) =>
      index === shown.outlet && one.title === title ? { ...one, title: after.title } : one,
    ),
    sentences,
    ...(developments !== undefined && { developments }),
    changes: [...story.changes, ...toChanges(shownEdit, shown.outlet, after.seenAt)],
  }
}

/**
 * Whether the article of a development still has its words; true if the development is of another article.
 */
const stillSays = (one: Development, articleId: string, { title, text }: TextVersion): boolean =>
  one.kind === 'quiet' || one.articleId !== articleId || title.includes(one.words) || text.includes(one.words)

/**
 * Returns in which version a story shows an article, and under which of its outlets (index); null if it does
 * not.
 */
function findShown(
  { headline, sentences, outlets }: BriefedStory,
  { articleId, sourceId, versions }: EditedReport,
): { readonly version: ArticleVersion; readonly outlet: number } | null {
  const older = versions.slice(0, -1).toReversed()
  const cited = sentences.find((one) => one.articleId === articleId)
  if (cited !== undefined) {
    const version = older.find((one) => one.version === cited.version)
    return version === undefined ? null : { version, outlet: cited.outlet }
  }
  // Copies of an agency's text share its title, and an outlet may be listed with another of its articles.
  for (const version of older) {
    const outlet = outlets.findIndex((one) => one.sourceId === sourceId && one.title === version.title)
    if (outlet >= 0) return { version, outlet }
  }
  const outlet = outlets.findIndex((one) => one.sourceId === sourceId)
  const version = older.find(({ title }) => printedHeadline(title) === headline)
  return version === undefined || outlet < 0 ? null : { version, outlet }
}

/** An article that a story quotes, as the story knows it and as it is now. */
interface EditedArticle {
  readonly articleId: string
  readonly sourceId: string
  /** Index among the outlets of the story. */
  readonly outlet: number
  /** ISO 639-1. */
  readonly language: string
  readonly before: TextVersion
  readonly after: TextVersion & { readonly version: number }
}

/** Sentences of a story after an edit. */
interface CorrectedSentences {
  readonly sentences: readonly BriefedSentence[]
  /** Sentences for which the outlet wrote others. */
  readonly rewritten: readonly { readonly before: string; readonly after: string }[]
  /** True if any sentence says something else now, or is gone. */
  readonly isChanged: boolean
}

/**
 * Applies an edit to the sentences of a story: rewritten ones get the article's new words, and those that it
 * took back go. One that a model had shortened is whole again if it was changed. If sentences went and none
 * of the article is left, it is quoted anew.
 */
function correctSentences(sentences: readonly BriefedSentence[], article: EditedArticle): CorrectedSentences {
  const corrected: BriefedSentence[] = []
  const rewritten: { before: string; after: string }[] = []
  const taken: QuotedSpan[] = []
  let firstLost = -1
  let lost = 0
  let withdrawn = 0
  for (const sentence of sentences) {
    const standing = cites(sentence, article) ? correctOne(sentence, article, taken) : sentence
    if (standing === null) {
      withdrawn += 1
      // Nothing takes the place of what somebody said.
      if (sentence.saidBy !== undefined) continue
      lost += 1
      if (firstLost < 0) firstLost = corrected.length
      continue
    }
    if (standing.text !== sentence.text) rewritten.push({ before: sentence.text, after: standing.text })
    corrected.push(standing)
  }
  if (lost > 0 && !corrected.some((sentence) => cites(sentence, article)))
    corrected.splice(firstLost, 0, ...quoteAnew(article, lost, corrected))
  return { sentences: corrected, rewritten, isChanged: withdrawn > 0 || rewritten.length > 0 }
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
  // A sentence in place of a quotation has more in it than what was said.
  const isWithdrawn = sentence.saidBy !== undefined && successor?.text !== whole
  if (successor === null || isWithdrawn) return null
  taken.push(successor)
  const { version } = after
  const { leftOut, ...rest } = sentence
  if (leftOut === undefined || successor.text !== whole) return { ...rest, ...successor, version }
  const moved = successor.start - sentence.start
  const shifted = leftOut.map(([from, to]): Span => [from + moved, to + moved])
  return { ...sentence, start: successor.start, end: successor.end, leftOut: shifted, version }
}

/**
 * Returns a sentence with what was left out of it. If `before` is not the version it was told from, returns
 * it as shown, with words that no text has.
 */
function wholeOf(sentence: BriefedSentence, before: TextVersion): string {
  if (sentence.leftOut === undefined) return sentence.text
  const isFrom = leaveOut(before.text, sentence) === sentence.text
  return isFrom ? before.text.slice(sentence.start, sentence.end) : sentence.text
}

/** Returns as many sentences of the new version as went, without those that are quoted already. */
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
      : [{ text: span.text, language, outlet, articleId, version, start: span.start, end: span.end }],
  )
}

/** A sentence as a span of an article's text, in UTF-16 offsets. */
type QuotedSpan = Pick<BriefedSentence, 'text' | 'start' | 'end'>

/**
 * Two sentences are versions of each other if they share this part of the shorter one's content words, as in
 * `describeEdit`.
 */
const SAME_SENTENCE = 0.5

/**
 * Returns the sentence of the newer text that stands for a quoted one: the same one, or else the most similar
 * of those that are new in it. Null if there is none. `language` is ISO 639-1; spans in `taken` stand for
 * others already.
 */
function findSuccessor(
  quoted: string,
  texts: { readonly before: string; readonly after: string },
  language: string,
  taken: readonly QuotedSpan[],
): QuotedSpan | null {
  const start = texts.after.indexOf(quoted)
  if (start >= 0) return { text: quoted, start, end: start + quoted.length }
  const words = contentOf(quoted, language)
  let best: QuotedSpan | null = null
  let bestShare = 0
  for (const { text, start: from, end, content } of readPassages(0, texts.after, language)) {
    if (texts.before.includes(text) || taken.some((span) => span.start === from)) continue
    const share = words.intersection(content).size / Math.max(1, Math.min(words.size, content.size))
    if (share < SAME_SENTENCE || share <= bestShare) continue
    bestShare = share
    best = { text, start: from, end }
  }
  return best
}
