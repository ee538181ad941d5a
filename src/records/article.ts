import type { CountedTerms } from '../language/terms.ts'
import type { Finding } from './finding.ts'

/** One published item in its newest version. Times are milliseconds since 1970 (UTC). */
export interface Article {
  /**
   * Derived from the canonical URL, else the GUID, else source and title. Survives changed dates, titles and
   * tracking parameters.
   */
  readonly id: string
  readonly sourceId: string
  /** Canonical http(s) URL that a reader opens; null if the entry has none. */
  readonly url: string | null
  readonly guid: string | null
  readonly title: string
  /** Clean text, paragraphs separated by a blank line. May be empty (headline-only feeds). */
  readonly text: string
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  /** When we first had the whole article: its entry, and its page if that is read too. */
  readonly seenAt: number
  /** 1 for the first version, incremented each time title or text changes. */
  readonly version: number
  /** Hash of title and text; equal hashes mean no edit. */
  readonly contentHash: string
}

/** A country that a text names. */
export interface CountryTag {
  /** ISO 3166-1 alpha-2; Kosovo is XK. */
  readonly code: string
  /** 0 to 1, relative to the text's strongest country. */
  readonly score: number
  /** The article is about the country, not only mentions it. */
  readonly focus: boolean
  /** The text does not name the country, only its leader. */
  readonly byLeader?: true
  /** It is abroad, and only the text below the title names it, or only a nationality does (`findAsides`). */
  readonly aside?: true
  /** The text names no country: this is its outlet's (`placeAtHome`). */
  readonly home?: true
}

export interface TopicTag {
  /** IPTC Media Topic: `medtop:11000000`. */
  readonly code: `medtop:${string}`
  /** 0 to 1. */
  readonly score: number
}

/** A place within a country. */
export interface PlaceTag {
  /** Folded and in dictionary form, in the language of the text. */
  readonly name: string
  /** ISO 3166-1 alpha-2; Kosovo is XK. */
  readonly country: string
  /** ISO 3166-2 code, without the country, of the division it is in or is; empty if unknown. */
  readonly division: string
  /** True for a city, also where a division has the same name; false for a division. */
  readonly isCity: boolean
}

export interface Name {
  /** One name for all spellings: "Abbas Araghchi". */
  readonly name: string
}

/** What a text is about, and its language. Countries and topics are ordered, strongest first. */
export interface Tags {
  /** ISO 639-1, or `und`. */
  readonly language: string
  readonly countries: readonly CountryTag[]
  readonly topics: readonly TopicTag[]
  readonly people: readonly Name[]
  readonly organisations: readonly Name[]
  /** Places that the title names. Undefined if the article was tagged before this tag existed. */
  readonly titlePlaces?: readonly PlaceTag[]
  /**
   * How far the article shows that an editor would tell its story (`briefings/news-value.ts`). Null if its
   * language does not let us say, undefined if it was read before this was known.
   */
  readonly newsValue?: number | null
}

/** An article that has been tagged. The type makes it impossible to skip that stage. */
export interface TaggedArticle extends Article {
  readonly tags: Tags
}

/**
 * Search terms of an article, joined with spaces: of its title, of its lead (which ends with a paragraph) and
 * of the rest.
 */
export interface SearchTerms {
  readonly title: string
  readonly lead: string
  readonly body: string
}

/** Terms by which stories are compared: all those of the title and of the first paragraphs. */
export interface OpeningTerms {
  readonly title: CountedTerms
  readonly start: CountedTerms
  /**
   * English stems for these terms, empty if the language has no table of them. Null for an English text,
   * which needs none.
   */
  readonly english: { readonly title: EnglishTerms; readonly start: EnglishTerms } | null
}

/**
 * English stems (as `hashWord`) for terms of another language. `weights`: how much of its term each stem is,
 * 0 to 1. `places`: index of that term.
 */
export interface EnglishTerms {
  readonly hashes: Int32Array
  readonly weights: Float32Array
  readonly places: Uint16Array
}

export interface ArticleTerms {
  readonly search: SearchTerms
  readonly opening: OpeningTerms
}

/**
 * An article as the tagger returns it, with everything else that its text was read for, so that it is read
 * once.
 */
export interface ReadArticle extends TaggedArticle {
  readonly terms: ArticleTerms
  /** Statements, figures and coming events in the text. */
  readonly findings: readonly Finding[]
}

/**
 * An article that may come from another process. `opening` may be missing because it can be computed from the
 * text.
 */
export interface ArrivingArticle extends TaggedArticle {
  readonly terms: { readonly search: SearchTerms; readonly opening?: OpeningTerms }
  readonly findings: readonly Finding[]
}

export type ArticleVersion = Pick<Article, 'version' | 'title' | 'text' | 'seenAt'>

/**
 * The version of an article that the store knows, and the source it is kept under: several feeds of one
 * outlet carry an article with different teasers.
 */
export type KnownVersion = Pick<Article, 'sourceId' | 'version' | 'contentHash' | 'seenAt'>
