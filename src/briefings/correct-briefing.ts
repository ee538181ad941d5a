import type { BriefedStory, Briefing } from './briefing.ts'
import type { Edit, TextVersion } from './describe-edit.ts'

/** What an outlet changed in an article that a briefing tells. */
export interface ArticleEdit {
  readonly articleId: string
  readonly before: TextVersion
  readonly after: TextVersion & { readonly version: number; readonly seenAt: number }
  readonly edit: Edit
}

/**
 * The briefing with this edit made where it shows: headline and sentences in the outlet's new words, and a line that says what changed. A sentence that the
 * outlet took back without another in its place goes. The same object when the edit shows nowhere.
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

function correctStory(story: BriefedStory, { articleId, before, after, edit }: ArticleEdit): BriefedStory {
  const cited = story.sentences.find((sentence) => sentence.articleId === articleId)?.outlet
  const outlet = cited ?? story.outlets.findIndex(({ title }) => title === before.title)
  if (outlet < 0 || story.outlets[outlet] === undefined) return story
  const stale = story.sentences.some((one) => one.articleId === articleId && !after.text.includes(one.text))
  const retitled = story.outlets[outlet].title === before.title && before.title !== after.title
  if (!stale && !retitled && edit.kind === 'edit') return story
  return {
    ...story,
    headline: story.headline === before.title ? after.title : story.headline,
    outlets: story.outlets.map((one, index) =>
      index === outlet && retitled ? { ...one, title: after.title } : one,
    ),
    sentences: story.sentences.flatMap((sentence) => {
      if (sentence.articleId !== articleId) return [sentence]
      const text = after.text.includes(sentence.text)
        ? sentence.text
        : sentence.text === edit.before && after.text.includes(edit.after)
          ? edit.after
          : null
      if (text === null) return []
      const start = after.text.indexOf(text)
      return [{ ...sentence, text, start, end: start + text.length, version: after.version }]
    }),
    changes: [
      ...story.changes,
      { kind: edit.kind, outlet, before: edit.before, after: edit.after, at: after.seenAt },
    ],
  }
}
