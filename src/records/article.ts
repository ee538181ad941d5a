import type { CountedTerms } from '../language/terms.ts'
import type { Finding } from './finding.ts'

/** One published item in its newest version. Times are milliseconds since 1970 (UTC). */
export interface Article {
  /** Derived from canonical address, else GUID, else (source, title): survives changed dates, titles and tracking parameters. */
  readonly id: string
  readonly sourceId: string
  /** Canonical http(s) address: what a reader opens. Null when the entry has none. */
  readonly url: string | null
  readonly guid: string | null
  readonly title: string
  /** Clean text, paragraphs parted by a blank line; may be empty (headline-only feeds). */
  readonly text: string
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  /** When we first had it whole: read, with its page where that is read too. */
  readonly seenAt: number
  /** 1 for the first version, one more each time title or text changed. */
  readonly version: number
  /** Hash of title and text: equal means no edit. */
  readonly contentHash: string
}

/** A country that a text names. */
export interface CountryTag {
  /** ISO 3166-1 alpha-2; Kosovo is XK. */
  readonly code: string
  /** 0 to 1, relative to the strongest country of the text. */
  readonly score: number
  /** The article is about it, not only mentions it. */
  readonly focus: boolean
  /** It is not named, only who leads it. */
  readonly byLeader?: true
}

export interface TopicTag {
  /** IPTC Media Topic: `medtop:11000000`. */
  readonly code: `medtop:${string}`
  /** 0 to 1. */
  readonly score: number
}

/** A place below a country. */
export interface PlaceTag {
  /** Folded and in dictionary form, as its language writes it. */
  readonly name: string
  /** ISO 3166-1 alpha-2; Kosovo is XK. */
  readonly country: string
  /** Its division, or itself: ISO 3166-2 without the country, empty where unknown. */
  readonly division: string
  /** A city, or a division and the city of its name; else a division. */
  readonly isCity: boolean
}

export interface Name {
  /** One name for all spellings: "Abbas Araghchi". */
  readonly name: string
}

/** What a text is about and in which language. Countries and topics are ordered, strongest first. */
export interface Tags {
  /** ISO 639-1, or `und`. */
  readonly language: string
  readonly countries: readonly CountryTag[]
  readonly topics: readonly TopicTag[]
  readonly people: readonly Name[]
  readonly organisations: readonly Name[]
  /** What the title names; undefined in what was tagged before there was such a tag. */
  readonly titlePlaces?: readonly PlaceTag[]
}

/** An article that went through tagging: the type makes it impossible to skip the stage. */
export interface TaggedArticle extends Article {
  readonly tags: Tags
}

/** The terms of an article for search, joined with spaces: of its title, of its lead, which ends with a paragraph, and of the rest. */
export interface SearchTerms {
  readonly title: string
  readonly lead: string
  readonly body: string
}

/** Those that stories compare: of its title and of the first paragraphs, none left out. */
export interface OpeningTerms {
  readonly title: CountedTerms
  readonly start: CountedTerms
  /** The English stems for them, none where the language has no table of them; null in English, which needs none. */
  readonly english: { readonly title: EnglishTerms; readonly start: EnglishTerms } | null
}

/** English stems (`hashWord` of each) for terms of another language: how much of its term each is, 0 to 1, and the place of that term. */
export interface EnglishTerms {
  readonly hashes: Int32Array
  readonly weights: Float32Array
  readonly places: Uint16Array
}

export interface ArticleTerms {
  readonly search: SearchTerms
  readonly opening: OpeningTerms
}

/** An article as it comes from the tagger, with what else its text was read for, so that nobody reads it again. */
export interface ReadArticle extends TaggedArticle {
  readonly terms: ArticleTerms
  /** What it says that is looked up by itself. */
  readonly findings: readonly Finding[]
}

/** One that may come from another process, which does not send what stories compare: it follows from the text. */
export interface ArrivingArticle extends TaggedArticle {
  readonly terms: { readonly search: SearchTerms; readonly opening?: OpeningTerms }
  readonly findings: readonly Finding[]
}

export type ArticleVersion = Pick<Article, 'version' | 'title' | 'text' | 'seenAt'>

/** Under which source an article is kept, as feeds of one outlet carry it with different teasers, and in which version. */
export type KnownVersion = Pick<Article, 'sourceId' | 'version' | 'contentHash' | 'seenAt'>
