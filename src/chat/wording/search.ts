import type { SearchHit, SearchResults } from '../../records/message.ts'
import { languageName, sameLanguage } from '../../words/names.ts'
import { phrase, say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { type Line, own, quote, type Span, spans } from './span.ts'
import { labelOutlet, nameArticle, nameStory } from './story.ts'

/**
 * A hit of a search. The title links to the article. The facts are who published it, when, who else reports
 * it, and its story.
 */
export interface ToldHit extends Pick<SearchHit, 'url' | 'storyId'> {
  readonly title: Span
  readonly facts: readonly Line[]
  /**
   * The facts where there is little room: who published it, when, how many others report it, and its story.
   */
  readonly brief: readonly Line[]
  readonly snippet: Line
}

/**
 * Tells what a search found, in a language (BCP 47), and after the hits that there are none, or more. `time`
 * writes an instant (ms since 1970).
 */
export function tellSearch(
  { query, hits, more, note, about }: SearchResults,
  time: (at: number) => string,
  language: string,
): { readonly title: Line; readonly hits: readonly ToldHit[]; readonly after: readonly Line[] } {
  const [none, others] = [say('search.none', language), say('search.more', language)]
  const after = note ?? (hits.length === 0 ? none : more ? others : null)
  return {
    title: spans(phrase(TITLES[about ?? 'search'], language, { query: quote(query, 'title') }), 'title'),
    hits: hits.map((hit) => {
      const when = hit.publishedAt === null ? say('story.undated', language) : time(hit.publishedAt)
      const meaning = hit.translated ? [nameMeaning(hit, language)] : []
      const others =
        hit.moreOutlets === 0 ? [] : [say('search.moreOutlets', language, { count: hit.moreOutlets })]
      const named = [nameStory(hit, language)].filter((line) => line.length > 0)
      const foreign =
        hit.translated || sameLanguage(hit.language, language) ? [] : [languageName(hit.language, language)]
      const followed: readonly Line[] =
        hit.followed === true ? [[own(say('story.followed', language), 'mark')]] : []
      return {
        ...hit,
        title: nameArticle(hit.title, language, 'headline', webAddress(hit.url)),
        facts: [
          labelOutlet({ ...hit, name: hit.sourceName, url: null }, language),
          ...[when, ...meaning, ...others].map((text) => [own(text, 'quiet')]),
          ...named,
          ...followed,
        ],
        brief: [
          [quote(hit.sourceName)],
          ...[when, ...meaning, ...foreign, ...others].map((text) => [own(text, 'quiet')]),
          ...named,
          ...followed,
        ],
        snippet: [quote(hit.snippet)],
      }
    }),
    after: after === null ? [] : after.split('\n').map((line) => [own(line)]),
  }
}

const TITLES = {
  search: 'search.title',
  said: 'said.title',
  figures: 'figures.title',
  compare: 'compare.title',
  upcoming: 'upcoming.title',
  trends: 'trends.title',
} as const

/** Says that a hit was found by translating the words into its language. */
const nameMeaning = (hit: SearchHit, language: string): string =>
  say('search.translated', language, { language: languageName(hit.language, language) })
