/**
 * What an article says that is looked up by itself: who said what, how many, what comes. Places are UTF-16 offsets of its title and its text, one above the
 * other (`inOneText`); of what stands there the words are kept too, so that a finding is told without its article.
 */
export type Finding = Saying | Figure | ComingEvent

export type FindingKind = Finding['kind']

interface Place {
  readonly start: number
  readonly end: number
}

/** What every kind has. */
interface FindingBase extends Place {
  /** Names by which it is looked up: of who speaks, of places; none where it has none. */
  readonly names: readonly string[]
  /** When what it tells of is or was: milliseconds since 1970; the date of its article where it is missing. */
  readonly at?: number
}

/** Who said what: `start` and `end` hold all of the claim, also where who said it stands within. */
export interface Saying extends FindingBase {
  readonly kind: 'saying'
  readonly speaker: Speaker
  /** How it was said, as the article has it: "said", "dikkat çekti"; null where a quotation goes on by itself. */
  readonly verb: string | null
  /** The claim, in one or more pieces of the article, word by word. */
  readonly claim: readonly string[]
  /** Quoted word by word, in parts, or told by the outlet. */
  readonly form: 'direct' | 'mixed' | 'indirect'
}

export interface Speaker {
  /** As the article names them with the claim: "the minister", "he"; empty where it does not. */
  readonly words: string
  /** Their name, as far as the article gives it anywhere. */
  readonly name: string | null
  /** Office and body, as the article writes them beside the name or instead of it. */
  readonly role: string | null
  /** How the name is known: it stands with the claim, or elsewhere in the article; null where it is not known. */
  readonly namedBy: 'name' | 'pronoun' | 'role' | 'context' | null
  readonly side: SpeakerSide
}

/** An office of a state; a party or another side of a conflict; somebody whom the outlet does not name; a paper, a poll, an outlet; anybody else. */
export type SpeakerSide = 'official' | 'party' | 'anonymous' | 'paper' | 'other'

/** A number that an article tells, never without the words that it stands in. */
export interface Figure extends FindingBase {
  readonly kind: 'figure'
  readonly what: FigureKind
  /** Null where a range is told: then `low` and `high` are its ends. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: Qualifier | null
  /** As the article has it: "million euros". */
  readonly unit: string | null
  /** Where, by whose count and when, as far as its sentence says so: as the article names them; the time as `ComingEvent.when`. */
  readonly place?: string
  readonly countedBy?: string
  readonly when?: string
  /** The sentence. */
  readonly words: string
}

/** What happened to people who are counted. */
export const TOLLS = ['killed', 'injured', 'missing', 'displaced', 'arrested', 'hostages'] as const
export type Toll = (typeof TOLLS)[number]

export const FIGURE_KINDS = [...TOLLS, 'money', 'magnitude', 'percent', 'other'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

export const QUALIFIERS = ['atLeast', 'moreThan', 'about', 'atMost'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/** What will take place, as an article says; `at` is when its first possible day begins in UTC, where the article tells a day. */
export interface ComingEvent extends FindingBase {
  readonly kind: 'coming'
  /** When, as precise as it is told: "2026-03-01", "2026-W10", "2026-03", "2026"; null where the year is not known. */
  readonly when: string | null
  /** The words that say when, and the sentence that they stand in. */
  readonly whenWords: string
  readonly words: string
}
