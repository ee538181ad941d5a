import { countIndependent } from './story-facts.ts'
import type { Refusal } from './last-reading.ts'
import type { SharedMark } from './mark-stories.ts'
import type { Match } from './match-stories.ts'
import type { PageContent } from './page-content.ts'

/** The same in the section of another of its countries that is asked for; null where it was tried in all. */
export function inNextSection({ elsewhere: [section, ...elsewhere], ...match }: Match): Match | null {
  return section === undefined ? null : { ...match, section, elsewhere }
}

/** A story of which all was told there, or is told, is not left out. */
export const hasNews = (refusal: Refusal): boolean => refusal !== 'nothing-new' && refusal !== 'told-beside'

/** A page without the stories that are refused, told or named. */
export function without(content: PageContent, refusals: ReadonlyMap<string, Refusal>): PageContent {
  const passes = ({ story }: SharedMark): boolean => !refusals.has(story.id)
  const sections = content.sections.map((section) => ({
    ...section,
    stories: section.stories.flatMap(({ mark, named, more }) =>
      passes(mark) ? [{ mark, named: named.filter(passes), more }] : [],
    ),
  }))
  return { ...content, sections: sections.filter(({ stories }) => stories.length > 0) }
}

/** Each story with every one of its running story that is so many times as large: what stands beside an event as large as itself is another one. */
export function withinLines(
  told: readonly SharedMark[],
): readonly (readonly [fragment: SharedMark, beside: SharedMark])[] {
  const sized = told.map((mark) => ({ mark, size: countIndependent(mark.story.reports) }))
  return sized.flatMap(({ mark, size }) =>
    sized
      .filter((other) => other.mark.story.storylineId === mark.story.storylineId)
      .filter((other) => other.size >= FRAGMENT * size)
      .map((other) => [mark, other.mark] as const),
  )
}

/** In ten briefings, four stories of at most a fourth of the size told the same event as another one, and none that was larger did. */
const FRAGMENT = 4
