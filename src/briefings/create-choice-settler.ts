import type { SharedMark } from './create-marker.ts'
import type { StoryReader } from './create-story-reader.ts'
import type { PageContent } from './create-page-writer.ts'
import { joinMarks } from './join-marks.ts'
import { remember } from './remember.ts'

/** What was chosen, as it stands by now. */
export type ChoiceSettler = (content: PageContent, muted: ReadonlySet<string>) => Promise<PageContent>

/**
 * Settles what was chosen with what happened since the news was read: stories that are gone, or were merged into one that is muted here, fall out; those that
 * were merged into one are told as one, where the first of them stands.
 */
export function createChoiceSettler(readWhole: StoryReader): ChoiceSettler {
  const join = remember((first: SharedMark, ...others: readonly SharedMark[]) =>
    Promise.resolve(joinMarks(first, ...others)),
  )

  return async (content, muted) => {
    const byId = new Map<string, SharedMark[]>()
    for (const mark of content.sections.flatMap(({ stories }) => stories)) {
      const whole = await readWhole(mark.story)
      if (whole === null || muted.has(whole.id)) continue
      const own = byId.get(whole.id) ?? []
      byId.set(whole.id, own)
      own.push(mark)
    }
    const settled = new Map<SharedMark, SharedMark>()
    for (const [first, ...others] of byId.values())
      if (first !== undefined) settled.set(first, others.length === 0 ? first : await join(first, ...others))
    const sections = content.sections.map((section) => ({
      ...section,
      stories: section.stories.flatMap((mark) => settled.get(mark) ?? []),
    }))
    return { ...content, sections: sections.filter(({ stories }) => stories.length > 0) }
  }
}
