import type { BriefedStory, Briefing } from '../records/briefing.ts'
import { correctSentences } from './correct-sentences.ts'
import { describeEdit, type TextVersion } from './describe-edit.ts'

/** An article that a briefing tells and that its outlet changed. */
export interface EditedReport {
  readonly articleId: string
  readonly sourceId: string
  /** All that it said, oldest first: the last is what it says now. */
  readonly versions: readonly ArticleVersion[]
}

interface ArticleVersion extends TextVersion {
  readonly version: number
  /** Milliseconds since 1970. */
  readonly seenAt: number
}

/**
 * The briefing with the article's newest version in the place of the one that it shows: headline and sentences in the outlet's new words, and lines that say what changed. A
 * sentence that the outlet took back without another in its place goes; one that a model had shortened is whole again where it was changed. The same object when the edit shows nowhere.
 */
export function correctBriefing(briefing: Briefing, report: EditedReport): Briefing {
  let shows = false
  const sections = briefing.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => {
      const corrected = correctStory(story, report)
      shows ||= corrected !== story
      return corrected
    }),
  }))
  return shows ? { ...briefing, sections } : briefing
}

function correctStory(story: BriefedStory, report: EditedReport): BriefedStory {
  const { articleId, sourceId } = report
  const after = report.versions.at(-1)
  const shown = shownIn(story, report)
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
  const isRetitled = title !== after.title && (outlet.title === title || story.headline === title)
  if (!isChanged && !isRetitled && edit.kind === 'edit') return story
  const shownEdits = [...(isRetitled ? [{ before: title, after: after.title }] : []), ...rewritten]
  const told = shownEdits.length === 0 ? [{ before: edit.before, after: edit.after }] : shownEdits
  return {
    ...story,
    headline: story.headline === title ? after.title : story.headline,
    outlets: story.outlets.map((one, index) =>
      index === shown.outlet && one.title === title ? { ...one, title: after.title } : one,
    ),
    sentences,
    changes: [
      ...story.changes,
      ...told.map((change) => ({ kind: edit.kind, outlet: shown.outlet, ...change, at: after.seenAt })),
    ],
  }
}

/** In which version a story shows an article, and under which of its outlets; null where it does not. */
function shownIn(
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
  const version = older.find(({ title }) => title === headline)
  return version === undefined || outlet < 0 ? null : { version, outlet }
}
