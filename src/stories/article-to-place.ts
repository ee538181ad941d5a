import { reportedAt } from '../articles/reported-at.ts'
import type { CountryTag, OpeningTerms, PlaceTag, TaggedArticle } from '../records/article.ts'

/** What the grouper needs of an article. Tags improve grouping across languages but are optional. */
export interface ArticleToPlace {
  readonly id: string
  readonly sourceId: string
  /** ISO 639-1, or `und`. */
  readonly language: string
  readonly title: string
  /** May be empty: most feeds give only headlines. */
  readonly text: string
  /**
   * Publication time, or else when we first saw the article; milliseconds since 1970. Null counts as the
   * newest time seen so far.
   */
  readonly at: number | null
  readonly countries?: readonly CountryTag[]
  /** Canonical names, the same in all languages. */
  readonly people?: readonly string[]
  /** Cities and administrative divisions named in the title. */
  readonly titlePlaces?: readonly PlaceTag[]
  /** Terms of title and text, if they have been read already. */
  readonly terms?: OpeningTerms
}

export type TimedArticle = ArticleToPlace & { readonly at: number }

/** Converts a tagged article to the form the grouper takes. */
export function toPlace(article: TaggedArticle, terms?: OpeningTerms): TimedArticle {
  return {
    id: article.id,
    sourceId: article.sourceId,
    language: article.tags.language,
    title: article.title,
    text: article.text,
    at: reportedAt(article),
    // Two texts that name no place do not contradict each other.
    countries: article.tags.countries.filter(({ home }) => home !== true),
    people: article.tags.people.map(({ name }) => name),
    titlePlaces: article.tags.titlePlaces ?? [],
    ...(terms !== undefined && { terms }),
  }
}
