import { leaveOut } from '../summaries/cut/leave-out.ts'
import type { Span } from '../summaries/cut/span.ts'
import type { BriefedSentence, BriefedStory, Briefing } from './briefing.ts'
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
 * outlet took back without another in its place goes; one that a model had shortened is whole again where it was changed. The same object when the edit shows nowhere.
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
  const cited = story.sentences.find((one) => one.articleId === articleId)?.outlet
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

const isStale = (sentence: BriefedSentence, { articleId, before, after }: ArticleEdit): boolean =>
  sentence.articleId === articleId && !after.text.includes(wholeOf(sentence, before))

function correctSentence(sentence: BriefedSentence, change: ArticleEdit): readonly BriefedSentence[] {
  const { articleId, before, after, edit } = change
  if (sentence.articleId !== articleId) return [sentence]
  const { version, text } = after
  const whole = wholeOf(sentence, before)
  const { leftOut, ...rest } = sentence
  const start = text.indexOf(whole)
  if (start >= 0) {
    const moved = start - sentence.start
    const shifted = leftOut?.map(([from, to]): Span => [from + moved, to + moved])
    return [
      {
        ...rest,
        start,
        end: start + whole.length,
        version,
        ...(shifted !== undefined && { leftOut: shifted }),
      },
    ]
  }
  const now = text.indexOf(edit.after)
  if (whole !== edit.before || now < 0) return []
  return [{ ...rest, text: edit.after, start: now, end: now + edit.after.length, version }]
}

/** The sentence with what was left out of it; as it is shown, which stands in no text, where the version before is not the one it was told from. */
function wholeOf(sentence: BriefedSentence, before: TextVersion): string {
  if (sentence.leftOut === undefined) return sentence.text
  const isFrom = leaveOut(before.text, sentence) === sentence.text
  return isFrom ? before.text.slice(sentence.start, sentence.end) : sentence.text
}
