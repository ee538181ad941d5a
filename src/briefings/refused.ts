import { countIndependent } from './story-facts.ts'
import type { Refusal } from './last-reading.ts'
import type { SharedMark } from './mark-stories.ts'
import type { Match } from './match-stories.ts'
import type { PageContent } from './page-content.ts'

/** Returns a match in the section of the next of its countries asked for; null if all were tried. */
export function inNextSection({ elsewhere: [section, ...elsewhere], ...match }: Match): Match | null {
  return section === undefined ? null : { ...match, section, elsewhere }
}

/** Whether a refused story counts as left out: not if all of it was told there before, or by another one. */
export const hasNews = (refusal: Refusal): boolean => refusal !== 'nothing-new' && refusal !== 'told-beside'

/** Returns a page without refused stories, whether told or named. */
export function withoutRefused(content: PageContent, refusals: ReadonlyMap<string, Refusal>): PageContent {
  const passes = ({ story }: SharedMark): boolean => !refusals.has(story.id)
  const sections = content.sections.map((section) => ({
    ...section,
    stories: section.stories.flatMap(({ mark, named, more }) =>
      passes(mark) ? [{ mark, named: named.filter(passes), more }] : [],
    ),
  }))
  return { ...content, sections: sections.filter(({ stories }) => stories.length > 0) }
}

/**
 * Pairs each story with the stories of its running story that are at least `LEAST_SIZE_RATIO` times as large:
 * what stands beside an event as large as itself is another event.
 */
export function pairWithLarger(
  marks: readonly SharedMark[],
): readonly (readonly [fragment: SharedMark, beside: SharedMark])[] {
  const sized = marks.map((mark) => ({ mark, size: countIndependent(mark.story.reports) }))
  return sized.flatMap(({ mark, size }) =>
    sized
      .filter((other) => other.mark.story.storylineId === mark.story.storylineId)
      .filter((other) => other.size >= LEAST_SIZE_RATIO * size)
      .map((other) => [mark, other.mark] as const),
  )
}

/**
 * In ten briefings four stories gave way to one that told their event, each rightly. Without this bound nine
 * more did, five of which told something else.
 */
const LEAST_SIZE_RATIO = 4
