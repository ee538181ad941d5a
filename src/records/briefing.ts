import type { FailureKind } from './feed-state.ts'
import type { Qualifier, Toll } from './finding.ts'
import type { Ownership } from './source.ts'
import type { Removal } from './removal.ts'

/** A finished briefing: plain data that knows no chat platform. Times are milliseconds since 1970. */
export interface Briefing {
  readonly title: string
  /** The stretch of time it tells of. */
  readonly from: number
  readonly to: number
  /** How many stories were looked at, the strongest, where more had moved than one answer may read; absent where all were. */
  readonly lookedAt?: number
  /** It tells of one story as soon as that passed the threshold of an alert; absent for all that is not sent so. */
  readonly isAlert?: true
  /** IANA zone in which times are shown. */
  readonly zone: string
  /** BCP 47 language of our own words in it. */
  readonly language: string
  readonly sections: readonly Section[]
  /** Stories that matched but did not fit; they stay one command away. */
  readonly leftOut: number
  /** What fits and is not told, beside those for which there was no room; absent where there is none. */
  readonly keptOut?: KeptOut
  readonly coverage: Coverage
  /** A map of its countries in focus goes with it, where a platform can show one; absent where none is wished for. */
  readonly pictures?: true
  /** How the running story went on that its reader follows; absent from any other briefing. */
  readonly timeline?: Timeline
  /** What takes place in the week ahead, the soonest first; absent where it is not Monday's first, or nothing is known. */
  readonly coming?: readonly BriefedEvent[]
}

/** Something that is to take place on a day, in the words of the outlet that told it first. */
export interface BriefedEvent {
  /** When that day begins in UTC, in milliseconds since 1970. */
  readonly at: number
  readonly words: string
  readonly outlet: string
  readonly url: string | null
}

/** How a running story went on: what brought something new, oldest first. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[]
  /** How many there are before these. */
  readonly earlier: number
}

/** A report that said what no earlier one had said, or began another story of the running one. */
export interface TimelineEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly outlet: string
  /** Its headline, its language (ISO 639-1) and where it leads. */
  readonly title: string
  readonly language: string
  readonly url: string | null
  /** It came since its reader was last told of the running story. */
  readonly isNew: boolean
}

/** Stories that fit, by what keeps them out. */
export interface KeptOut {
  /** Muted in the place where it is told; `leftOut` counts them, too. */
  readonly muted: number
  /** Told there before, and nothing in them is new since. Counted where nothing else is told. */
  readonly told: number
  /** When the last of these was told, in milliseconds since 1970. */
  readonly toldAt: number | null
  /** When what fits last moved before the time that is told of; absent where it is not known. Milliseconds since 1970. */
  readonly olderAt?: number
  /** When what fits last moved behind the time that is told of; absent where it did not. Milliseconds since 1970. */
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
  /** What people call it by (`StoryHead.handle`). */
  readonly handle?: string
  readonly headline: string
  /** Absent where our own rules chose it among the outlets' headlines. */
  readonly headlineBy?: 'model'
  /** Language of the headline, for text direction. */
  readonly language: string
  /** Relative to what this destination was told before. */
  readonly mark: 'new' | 'updated' | null
  readonly sentences: readonly BriefedSentence[]
  /** Every outlet that tells it, the strongest report first. */
  readonly outlets: readonly BriefedOutlet[]
  /** Reports that do not repeat one another: copies of one wire text count once. */
  readonly independentReports: number
  /** Focus countries, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** IPTC codes of the topics. */
  readonly topics: readonly string[]
  /** What is new since its reader was last told of it, the weightiest first; absent where nothing is surely new. */
  readonly developments?: readonly Development[]
  /** Edits of what we had told: a correction, a changed figure. */
  readonly changes: readonly Change[]
  /** Reports that their outlets took down; absent where none was. */
  readonly removals?: readonly BriefedRemoval[]
  /** The place that it is told in follows its running story. */
  readonly followed?: true
  /** What else moved in the running story, under the last story that is told of it; absent where that is all. */
  readonly alsoRunning?: AlsoRunning
  readonly lastAt: number
}

/** Stories of a running story that a briefing names and does not tell: who reads it does not know them yet. */
export interface AlsoRunning {
  /** Strongest first. */
  readonly stories: readonly NamedStory[]
  /** How many others there are. */
  readonly more: number
}

/** A story by its headline. */
interface NamedStory extends Pick<BriefedStory, 'id' | 'headline' | 'language'> {
  /** Of the report whose headline it is. */
  readonly url: string | null
}

/** The outlet's own words: a span of one article version, without what was left out of it. */
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
  /** What a model left out, "…" in `text`: spans of the article's text, in order. Absent where the sentence is whole. */
  readonly leftOut?: readonly Span[]
  /** Absent where our own rules chose it. */
  readonly chosenBy?: 'model'
  /** Whose words they are, as the article names them, where it is what somebody says: a piece of a sentence or a whole one, without its quotation marks. */
  readonly saidBy?: string
}

/** Something new in a story. All but a silence stands in the words of an outlet, and goes where it has them no longer. */
export type Development =
  | (Reported & {
      readonly kind: 'figure'
      readonly what: Toll
      readonly before: Count
      readonly now: Count
      /** Which outlet told the number before: index into `outlets`. */
      readonly toldBy: number
      /** Where it did, in an earlier story of the running story; absent where it was in this one. */
      readonly toldIn?: { readonly url: string | null }
      /** Who counted, in the words of the article; null where it names nobody. */
      readonly countedBy: string | null
    })
  | (Reported & { readonly kind: 'state'; readonly before: State; readonly now: State })
  /** Of somebody who spoke before; of an office or a party that had not spoken; against what was told. */
  | (Reported & {
      readonly kind: 'says' | 'statement' | 'denial'
      readonly speaker: string
      /** The words are a sentence of the story, too. */
      readonly isShown?: true
    })
  /** Whole days without a report, up to the newest ones. */
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

/** How things may stand, by what is: of one kind a later state ends an earlier one. */
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
  /** Null for an outlet that is not among the sources any more: then its country is empty. */
  readonly ownership: Ownership | null
  readonly language: string
  readonly url: string | null
  readonly title: string
  readonly publishedAt: number | null
  /** Agency whose text it carries ("AFP"), or null for its own report. */
  readonly carries: string | null
  /** The outlet took this report down. */
  readonly isRemoved?: true
}

/** An outlet changed what it had published. */
export interface Change {
  /** A correction is owned by its outlet; a note is what it says of it itself. */
  readonly kind: 'correction' | 'edit' | 'note'
  /** Index into `outlets`. */
  readonly outlet: number
  /** How it read; null of a note. */
  readonly before: string | null
  readonly after: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** An outlet took a report down that had been told. */
interface BriefedRemoval extends Removal {
  /** Index into `outlets`. */
  readonly outlet: number
  /** When it was found to be there again, in milliseconds since 1970; absent while it is not. */
  readonly returnedAt?: number
}

/** Quiet is not down: how many of the sources answered since the last briefing. */
export interface Coverage {
  readonly sources: number
  readonly answered: number
  readonly failed: readonly Unanswered[]
}

/** A source that did not answer: why as a kind, which every reader is told in his language, and in English with details. */
interface Unanswered {
  readonly sourceId: string
  readonly name: string
  readonly kind: FailureKind | 'unread'
  readonly reason: string
}

/** One story whole: outlets side by side and how it moved. */
export interface StoryCard extends BriefedStory {
  readonly firstAt: number
  /** Every article, oldest first. */
  readonly reports: readonly StoryReport[]
}

/** What one outlet says. */
export interface StoryReport extends BriefedOutlet {
  readonly articleId: string
  readonly version: number
  /** Its index among the outlets of the story, whose number sentences cite; null where its outlet stands there for another report. */
  readonly outlet: number | null
  /** Its opening sentence, verbatim; null where the feed carries a headline only. */
  readonly lead: string | null
}

/** Where words stand: UTF-16 offsets, the end exclusive. */
export type Span = readonly [start: number, end: number]
