import { checkSentences } from '../summaries/check-sentence.ts'
import type { BriefedSentence, BriefedStory, Briefing, ModelSentence } from './briefing.ts'
import { citationsOf } from './citations-of.ts'
import type { Edit, TextVersion } from './describe-edit.ts'

/** What an outlet changed in an article that a briefing tells. */
export interface ArticleEdit {
  readonly articleId: string
  readonly sourceId: string
  readonly before: TextVersion
  readonly after: TextVersion & { readonly version: number; readonly seenAt: number }
  readonly edit: Edit
}

/**
 * The briefing with this edit made where it shows: headline and sentences in the outlet's new words, and a line that says what changed. A sentence that the
 * outlet took back without another in its place goes, and so does a model's that the new text carries less well than the old. The same object when the edit shows nowhere.
 */
export function correctBriefing(briefing: Briefing, edit: ArticleEdit): Briefing {
  let shows = false
  const sections = briefing.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => {
      const corrected = correctStory(story, edit)
      shows ||= corrected !== story
      return corrected
    }),
  }))
  return shows ? { ...briefing, sections } : briefing
}

function correctStory(story: BriefedStory, change: ArticleEdit): BriefedStory {
  const { articleId, sourceId, before, after, edit } = change
  const cited = story.sentences.flatMap(citationsOf).find((one) => one.articleId === articleId)?.outlet
  // Copies of an agency's text share its title, and an outlet may be listed with another of its articles.
  const outlet =
    cited ?? story.outlets.findIndex((one) => one.sourceId === sourceId && one.title === before.title)
  if (outlet < 0 || story.outlets[outlet] === undefined) return story
  const stale = story.sentences.some((sentence) => isStale(sentence, change))
  const retitled = story.outlets[outlet].title === before.title && before.title !== after.title
  if (!stale && !retitled && edit.kind === 'edit') return story
  return {
    ...story,
    headline: story.headline === before.title ? after.title : story.headline,
    outlets: story.outlets.map((one, index) =>
      index === outlet && retitled ? { ...one, title: after.title } : one,
    ),
    sentences: story.sentences.flatMap((sentence) => correctSentence(sentence, change)),
    changes: [
      ...story.changes,
      { kind: edit.kind, outlet, before: edit.before, after: edit.after, at: after.seenAt },
    ],
  }
}

function isStale(sentence: BriefedSentence, change: ArticleEdit): boolean {
  if (!citationsOf(sentence).some(({ articleId }) => articleId === change.articleId)) return false
  return sentence.by === 'model' ? !stillHolds(sentence, change) : !change.after.text.includes(sentence.text)
}

function correctSentence(sentence: BriefedSentence, change: ArticleEdit): readonly BriefedSentence[] {
  const { articleId, after, edit } = change
  const { version } = after
  if (!citationsOf(sentence).some((one) => one.articleId === articleId)) return [sentence]
  if (sentence.by === 'model') {
    if (!stillHolds(sentence, change)) return []
    const cites = sentence.cites.map((one) => (one.articleId === articleId ? { ...one, version } : one))
    return [{ ...sentence, cites }]
  }
  const text = after.text.includes(sentence.text)
    ? sentence.text
    : sentence.text === edit.before && after.text.includes(edit.after)
      ? edit.after
      : null
  if (text === null) return []
  const start = after.text.indexOf(text)
  return [{ ...sentence, text, start, end: start + text.length, version }]
}

/** What it cites besides is not at hand: the new text must leave open nothing that the old one bore out. */
function stillHolds({ text, language }: ModelSentence, { before, after }: ArticleEdit): boolean {
  const problemsIn = (source: string): readonly string[] =>
    checkSentences({
      sources: [{ id: 'cited', text: source }],
      sentences: [{ text, cites: ['cited'] }],
      language,
    }).flatMap(({ problems }) => problems)
  const known = new Set(problemsIn(before.text))
  return problemsIn(after.text).every((problem) => known.has(problem))
}
