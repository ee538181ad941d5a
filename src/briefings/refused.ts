import type { Refusal } from './last-reading.ts'
import type { SharedMark } from './mark-stories.ts'
import type { Match } from './match-stories.ts'
import type { PageContent } from './page-writer.ts'

/** The same in the section of another of its countries that is asked for; null where it was tried in all. */
export function inNextSection({ elsewhere: [section, ...elsewhere], ...match }: Match): Match | null {
  return section === undefined ? null : { ...match, section, elsewhere }
}

/** A story of which all was told there is not left out. */
export const hasNews = (refusal: Refusal): boolean => refusal !== 'nothing-new'

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
