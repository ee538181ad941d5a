import type { Briefing } from '../records/briefing.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { Subscription } from '../records/subscription.ts'

/**
 * Returns those of these stories (ids) whose running story one of these subscriptions follows, each with that
 * subscription.
 */
export async function followedAmong(
  stories: readonly string[],
  subscriptions: readonly Subscription[],
  archive: Pick<NewsArchive, 'storylines'>,
): Promise<ReadonlyMap<string, Subscription>> {
  const follows = subscriptions.filter(({ kind }) => kind === 'follow')
  if (follows.length === 0 || stories.length === 0) return new Map()
  const lines = await archive.storylines([...stories, ...follows.flatMap(({ story }) => story ?? [])])
  const lineOf = (id = ''): string | undefined => lines.get(id)?.storylineId
  const byLine = new Map(follows.map((one) => [lineOf(one.story), one]))
  return new Map(
    stories.flatMap((id) => {
      const line = lineOf(id)
      const follow = line === undefined ? undefined : byLine.get(line)
      return follow === undefined ? [] : [[id, follow]]
    }),
  )
}

export const storyIdsOf = ({ sections }: Pick<Briefing, 'sections'>): readonly string[] =>
  sections.flatMap(({ stories }) => stories.map(({ id }) => id))

/** Returns the briefing with its followed stories (by id) marked; the same object if none are followed. */
export function markFollowed(briefing: Briefing, followed: ReadonlyMap<string, unknown>): Briefing {
  if (followed.size === 0) return briefing
  const sections = briefing.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) =>
      followed.has(story.id) ? { ...story, followed: true as const } : story,
    ),
  }))
  return { ...briefing, sections }
}
