import type { BriefedStory, Briefing } from '../records/briefing.ts'

/** The briefing with each story as `change` gives it. The same object where it gives all of them back. */
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
