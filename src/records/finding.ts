/**
 * Something that an article says and that can be looked up separately: a statement, a figure, a coming event.
 * Offsets are UTF-16 units into its title and text, joined by `inOneText`. The words are stored too, so that
 * a finding can be told without its article.
 */
export type Finding = Saying | Figure | ComingEvent

export type FindingKind = Finding['kind']

interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Fields of every kind. */
interface FindingBase extends TextSpan {
  /** Names under which it is found: of the speaker, of places. May be empty. */
  readonly names: readonly string[]
  /** Time it refers to, in milliseconds since 1970; if missing, the date of its article. */
  readonly at?: number
}

/** Who said what. `start` and `end` enclose the whole claim, and what stands within it about the speaker. */
export interface Saying extends FindingBase {
  readonly kind: 'saying'
  readonly speaker: Speaker
  /**
   * The verb of saying in the article's words: "said", "dikkat çekti". Null if a quotation continues without
   * one.
   */
  readonly verb: string | null
  /** The claim, verbatim, in one or more pieces of the article. */
  readonly claim: readonly string[]
  /** Quoted word for word, partly quoted, or paraphrased by the outlet. */
  readonly form: 'direct' | 'mixed' | 'indirect'
}

export interface Speaker {
  /** How the article names the speaker at the claim: "the minister", "he". Empty if it does not. */
  readonly words: string
  /** The speaker's name, if the article gives it anywhere. */
  readonly name: string | null
  /** Office and organisation, as the article writes them beside the name or instead of it. */
  readonly role: string | null
  /**
   * How the name was found: at the claim, or elsewhere in the article through a pronoun, an office or the
   * context. Null if it is unknown.
   */
  readonly namedBy: 'name' | 'pronoun' | 'role' | 'context' | null
  readonly side: SpeakerSide
}

/**
 * `official`: holds an office of a state. `party`: a party, or another side of a conflict. `anonymous`: the
 * outlet withholds the name. `paper`: a document, a poll or an outlet. `other`: anybody else.
 */
export type SpeakerSide = 'official' | 'party' | 'anonymous' | 'paper' | 'other'

/** A number that an article reports, always with the words around it. */
export interface Figure extends FindingBase {
  readonly kind: 'figure'
  readonly what: FigureKind
  /** Null for a range, whose ends are `low` and `high`. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: Qualifier | null
  /** As the article writes it: "million euros". */
  readonly unit: string | null
  /**
   * Place, counter and time, if its sentence gives them, as the article names them. `when` has the form of
   * `ComingEvent.when`.
   */
  readonly place?: string
  readonly countedBy?: string
  readonly when?: string
  /** The sentence. */
  readonly words: string
}

/** What happened to the people who are counted. */
export const TOLLS = ['killed', 'injured', 'missing', 'displaced', 'arrested', 'hostages'] as const
export type Toll = (typeof TOLLS)[number]

export const FIGURE_KINDS = [...TOLLS, 'money', 'magnitude', 'percent', 'other'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

export const QUALIFIERS = ['atLeast', 'moreThan', 'about', 'atMost'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/** An announced event. `at` is the start, in UTC, of its first possible day, if the article gives a day. */
export interface ComingEvent extends FindingBase {
  readonly kind: 'coming'
  /**
   * The date as precisely as it is given: "2026-03-01", "2026-W10", "2026-03", "2026". Null if the year is
   * unknown.
   */
  readonly when: string | null
  /** The words that give the date, and the sentence they are in. */
  readonly whenWords: string
  readonly words: string
}
