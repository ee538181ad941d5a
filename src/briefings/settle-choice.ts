import { joinMarks, type SharedMark } from './mark-stories.ts'
import { memoize } from './memoize.ts'
import type { PageContent, PageStory, StoryReader } from './page-content.ts'

/**
 * Creates a function that adapts the chosen stories to what happened since the news was read. Stories that
 * are gone, or were merged into one that is muted here, are dropped. Stories that were merged into one are
 * told as one, in the place of the first. No story is named that is told.
 */
export function createChoiceSettler(readWhole: StoryReader) {
  const join = memoize((first: SharedMark, ...others: readonly SharedMark[]) =>
    Promise.resolve(joinMarks(first, ...others)),
  )

  return async (content: PageContent, muted: ReadonlySet<string>): Promise<PageContent> => {
    const byId = new Map<string, PageStory[]>()
    const currentIdOf = async ({ story }: SharedMark): Promise<string | null> => {
      const whole = await readWhole(story)
      return whole === null || muted.has(whole.id) ? null : whole.id
    }
    const all = content.sections.flatMap(({ stories }) => stories)
    await Promise.all(all.flatMap(({ mark, named }) => [mark, ...named]).map(({ story }) => readWhole(story)))
    for (const story of all) {
      const id = await currentIdOf(story.mark)
      if (id !== null) byId.getOrInsert(id, []).push(story)
    }
    const settled = new Map<SharedMark, PageStory>()
    const taken = new Set(byId.keys())
    for (const [first, ...others] of byId.values()) {
      if (first === undefined) continue
      const mark = others.length === 0 ? first.mark : await join(first.mark, ...others.map((one) => one.mark))
      const named: SharedMark[] = []
      for (const one of [first, ...others].flatMap((story) => story.named)) {
        const id = await currentIdOf(one)
        if (id === null || taken.has(id)) continue
        taken.add(id)
        named.push(one)
      }
      settled.set(first.mark, { mark, named, more: Math.max(first.more, ...others.map(({ more }) => more)) })
    }
    const sections = content.sections.map((section) => ({
      ...section,
      stories: section.stories.flatMap(({ mark }) => settled.get(mark) ?? []),
    }))
    return { ...content, sections: sections.filter(({ stories }) => stories.length > 0) }
  }
}
