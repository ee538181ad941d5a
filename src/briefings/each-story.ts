import type { BriefedStory, Briefing } from '../records/briefing.ts'

/**
 * Returns the briefing with each story replaced by what `change` returns; the same object if nothing changed.
 */
export function eachStory(briefing: Briefing, change: (story: BriefedStory) => BriefedStory): Briefing {
  let isSame = true
  const sections = briefing.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => {
      const changed = change(story)
      isSame &&= changed === story
      return changed
    }),
  }))
  return isSame ? briefing : { ...briefing, sections }
}
