import type { SearchHit, SearchResults } from '../../records/message.ts'
import { languageName, sameLanguage } from '../../words/names.ts'
import { phrase, say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { type Line, own, quote, type Span, spans } from './span.ts'
import { labelOutlet, nameArticle, nameStory } from './story.ts'

/** A hit: its title leads to the article; who published it, when, who else tells it, and the story it belongs to. */
export interface ToldHit extends Pick<SearchHit, 'url' | 'storyId'> {
  readonly title: Span
  readonly facts: readonly Line[]
  /** The same where there is little room: who published it, when, how many others tell it, and its story. */
  readonly brief: readonly Line[]
  readonly snippet: Line
}

/** What a search found, in a language (BCP 47), and behind it that there is nothing, or more. `time` writes an instant, milliseconds since 1970. */
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

/** That a hit was found by what the words are in its language. */
const nameMeaning = (hit: SearchHit, language: string): string =>
  say('search.translated', language, { language: languageName(hit.language, language) })
