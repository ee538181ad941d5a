import type { FailureKind } from './feed-state.ts'
import type { Qualifier, Toll } from './finding.ts'
import type { Ownership } from './source.ts'
import type { Removal } from './removal.ts'

/** A finished briefing: plain data, independent of any chat platform. Times are milliseconds since 1970. */
export interface Briefing {
  readonly title: string
  /** The period it covers. */
  readonly from: number
  readonly to: number
  /** How many stories were considered, the strongest; only if more moved than one answer may read. */
  readonly lookedAt?: number
  /** An alert: it tells one story, as soon as that passed the threshold. */
  readonly isAlert?: true
  /** IANA zone in which times are shown. */
  readonly zone: string
  /** BCP 47 language of our own words in it. */
  readonly language: string
  readonly sections: readonly Section[]
  /** Number of stories that matched but did not fit in. They stay one command away. */
  readonly leftOut: number
  /** Stories that match but are not told, other than for lack of room; absent if there are none. */
  readonly keptOut?: KeptOut
  readonly coverage: Coverage
  /** A map of the countries in focus is attached, if the platform can show one. Absent if not wanted. */
  readonly pictures?: true
  /** How the followed running story developed; absent from any briefing that follows none. */
  readonly timeline?: Timeline
  /** Events of the week ahead, soonest first; only in the first briefing of a Monday, if any are known. */
  readonly coming?: readonly BriefedEvent[]
}

/** An event on a certain day, in the words of the outlet that reported it first. */
export interface BriefedEvent {
  /** Start of that day in UTC, in milliseconds since 1970. */
  readonly at: number
  readonly words: string
  readonly outlet: string
  readonly url: string | null
}

/** How a running story developed: the reports that brought something new, oldest first. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[]
  /** Number of entries before these. */
  readonly earlier: number
}

/** A report that said what no earlier one had, or that began another story of the running story. */
export interface TimelineEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly outlet: string
  /** Its headline, the headline's language (ISO 639-1) and the article's URL. */
  readonly title: string
  readonly language: string
  readonly url: string | null
  /** It came after its reader was last told of the running story. */
  readonly isNew: boolean
}

/** Numbers of matching stories that are not told, by reason. */
export interface KeptOut {
  /** Muted in the destination. These count in `leftOut` as well. */
  readonly muted: number
  /** Told there before and unchanged since. Counted only if the briefing tells nothing else. */
  readonly told: number
  /** When the last of these was told, in milliseconds since 1970. */
  readonly toldAt: number | null
  /** Last move of a matching story before the period, in milliseconds since 1970; absent if none is known. */
  readonly olderAt?: number
  /** Last move of a matching story after the period, in milliseconds since 1970; absent if there is none. */
  readonly laterAt?: number
}

/** The stories of one region, strongest first. */
export interface Section {
  readonly region: string
  readonly name: string
  readonly stories: readonly BriefedStory[]
  readonly leftOut: number
}

export interface BriefedStory {
  readonly id: string
  /** Short name of the story (`StoryHead.handle`). */
  readonly handle?: string
  readonly headline: string
  /** Absent if our own rules chose it among the outlets' headlines. */
  readonly headlineBy?: 'model'
  /** Language of the headline, for its text direction. */
  readonly language: string
  /** Compared with what this destination was told before. */
  readonly mark: 'new' | 'updated' | null
  readonly sentences: readonly BriefedSentence[]
  /** Every outlet that reports it, the strongest report first. */
  readonly outlets: readonly BriefedOutlet[]
  /** Number of reports that do not repeat one another. Copies of one agency text count once. */
  readonly independentReports: number
  /** Focus countries, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** IPTC codes of the topics. */
  readonly topics: readonly string[]
  /** New since its reader was last told of it, most important first. Absent if nothing is surely new. */
  readonly developments?: readonly Development[]
  /** Edits of text that was told: a correction, a changed figure. */
  readonly changes: readonly OutletEdit[]
  /** Reports that their outlets took down; absent if there are none. */
  readonly removals?: readonly BriefedRemoval[]
  /** The destination follows its running story. */
  readonly followed?: true
  /** Other stories of the running story that moved; only with the last story told of it, if there are any. */
  readonly alsoRunning?: AlsoRunning
  readonly lastAt: number
}

/** Stories of a running story that a briefing only names; its reader does not know them yet. */
export interface AlsoRunning {
  /** Strongest first. */
  readonly stories: readonly NamedStory[]
  /** Number of further ones. */
  readonly more: number
}

/** A story represented by its headline. */
interface NamedStory extends Pick<BriefedStory, 'id' | 'headline' | 'language'> {
  /** Of the report that has this headline. */
  readonly url: string | null
}

/** An outlet's own words: a span of one article version, minus what was left out of it. */
export interface BriefedSentence {
  readonly text: string
  readonly language: string
  /** Index into `outlets`. */
  readonly outlet: number
  readonly articleId: string
  readonly version: number
  /** UTF-16 offsets into the article's text. */
  readonly start: number
  readonly end: number
  /**
   * Spans of the article's text that a model left out, in order; `text` has "…" in their place. Absent if the
   * sentence is whole.
   */
  readonly leftOut?: readonly Span[]
  /** Absent where our own rules chose it. */
  readonly chosenBy?: 'model'
  /**
   * Who says these words, as the article names them. `text` is then all or part of a sentence, without its
   * quotation marks. Absent if it is not a quotation.
   */
  readonly saidBy?: string
}

/**
 * Something new in a story. All kinds but `quiet` rest on the words of an article, and are dropped once the
 * article no longer has them.
 */
export type Development =
  | (Reported & {
      readonly kind: 'figure'
      readonly what: Toll
      readonly before: Count
      readonly now: Count
      /** Outlet that told the earlier number: index into `outlets`. */
      readonly toldBy: number
      /** Article that told it, if in an earlier story of the running story; absent if in this one. */
      readonly toldIn?: { readonly url: string | null }
      /** Who counted, in the words of the article; null if it names nobody. */
      readonly countedBy: string | null
    })
  | (Reported & { readonly kind: 'state'; readonly before: State; readonly now: State })
  /**
   * `says`: by somebody who spoke before. `statement`: by an office or party that had not spoken. `denial`:
   * contradicts what was told.
   */
  | (Reported & {
      readonly kind: 'says' | 'statement' | 'denial'
      readonly speaker: string
      /** These words are also a sentence of the briefed story. */
      readonly isShown?: true
    })
  /** Whole days without a report before the newest ones. */
  | { readonly kind: 'quiet'; readonly days: number }

interface Reported {
  /** A sentence of the article, or its headline. */
  readonly words: string
  readonly articleId: string
  /** Index into `outlets`. */
  readonly outlet: number
  readonly url: string | null
}

export interface Count {
  readonly value: number
  readonly qualifier: Qualifier | null
}

/** States that can be reported, by what they apply to. A later state of one kind replaces an earlier one. */
export const STATES = {
  person: ['held', 'freed'],
  search: ['missing', 'found'],
  way: ['closed', 'open'],
  charge: ['accused', 'convicted', 'acquitted'],
  service: ['suspended', 'resumed'],
} as const

export type State = (typeof STATES)[keyof typeof STATES][number]

export interface BriefedOutlet {
  readonly sourceId: string
  readonly name: string
  readonly country: string
  /** Null if the outlet is no longer among the sources; `country` is then empty. */
  readonly ownership: Ownership | null
  readonly language: string
  readonly url: string | null
  readonly title: string
  readonly publishedAt: number | null
  /** Agency whose text it carries ("AFP"); null for a report of its own. */
  readonly carries: string | null
  /** The outlet took this report down. */
  readonly isRemoved?: true
}

/** A change that an outlet made to a published article. */
export interface OutletEdit {
  /** `correction`: the outlet says that it corrected the text. `note`: what it says about its change. */
  readonly kind: 'correction' | 'edit' | 'note'
  /** Index into `outlets`. */
  readonly outlet: number
  /** Text before the change; null for a note. */
  readonly before: string | null
  readonly after: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A report that had been told and was then taken down by its outlet. */
interface BriefedRemoval extends Removal {
  /** Index into `outlets`. */
  readonly outlet: number
  /** When it was found to be there again, in milliseconds since 1970; absent while it is not. */
  readonly returnedAt?: number
}

/** How many of the sources answered since the last briefing: tells “no news” from “no answer”. */
export interface Coverage {
  readonly sources: number
  readonly answered: number
  readonly failed: readonly Unanswered[]
}

/** A source that did not answer. Readers see `kind` in their language; `reason` has details in English. */
interface Unanswered {
  readonly sourceId: string
  readonly name: string
  readonly kind: FailureKind | 'unread'
  readonly reason: string
}

/** One story in full: its outlets side by side and how it moved. */
export interface StoryCard extends BriefedStory {
  readonly firstAt: number
  /** Every article, oldest first. */
  readonly reports: readonly StoryReport[]
}

/** The report of one outlet. */
export interface StoryReport extends BriefedOutlet {
  readonly articleId: string
  readonly version: number
  /** Index into `outlets`, which sentences cite; null if another report stands there for its outlet. */
  readonly outlet: number | null
  /** Its opening sentence, verbatim; null if the feed carries only a headline. */
  readonly lead: string | null
}

/** A piece of a text: UTF-16 offsets, the end exclusive. */
export type Span = readonly [start: number, end: number]
