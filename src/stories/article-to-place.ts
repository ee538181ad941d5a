import { reportedAt } from '../articles/reported-at.ts'
import type { CountryTag, OpeningTerms, PlaceTag, TaggedArticle } from '../records/article.ts'

/** What the grouper needs of an article. Tags make it better across languages; it works without them. */
export interface ArticleToPlace {
  readonly id: string
  readonly sourceId: string
  /** ISO 639-1, or `und`. */
  readonly language: string
  readonly title: string
  /** May be empty: most feeds give headlines only. */
  readonly text: string
  /** Milliseconds since 1970: when it was published, else when we saw it. Null is taken for the newest time seen so far. */
  readonly at: number | null
  readonly countries?: readonly CountryTag[]
  /** Canonical names, the same in all languages. */
  readonly people?: readonly string[]
  /** Cities and divisions that the title names. */
  readonly titlePlaces?: readonly PlaceTag[]
  /** Of title and text, where somebody has read them already. */
  readonly terms?: OpeningTerms
}

/** What an article gives the grouper. */
export function toPlace(article: TaggedArticle, terms?: OpeningTerms): ArticleToPlace {
  return {
    id: article.id,
    sourceId: article.sourceId,
    language: article.tags.language,
    title: article.title,
    text: article.text,
    at: reportedAt(article),
    countries: article.tags.countries,
    people: article.tags.people.map(({ name }) => name),
    titlePlaces: article.tags.titlePlaces ?? [],
    ...(terms !== undefined && { terms }),
  }
}
