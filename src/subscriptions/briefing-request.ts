import type { Days } from './days.ts'

/** A briefing that someone asked for: what, where, and when. `config/briefings.yaml` holds the first ones. */
export interface BriefingRequest {
  /** Slug; never changes once used: what was told is remembered under it. */
  readonly id: string
  /** Null where nobody gave it a name: it is told by what it is about, in the language of whoever reads it. */
  readonly title: string | null
  /** Name of the channel it goes to; `terminal` prints it. */
  readonly to: string
  /** Local times of day, `HH:MM`. */
  readonly at: readonly string[]
  readonly days: Days
  /** IANA zone that `at` and `days` are meant in. */
  readonly zone: string
  /** BCP 47 language of our own words in it. */
  readonly language: string
  /** Region ids. A story fits when it is about one of these regions or `countries`; without both, any place fits. */
  readonly regions?: readonly string[]
  /** ISO 3166-1 alpha-2; joined with `regions`. */
  readonly countries?: readonly string[]
  /** Topic ids; a story must have one of them. */
  readonly topics?: readonly string[]
  /** Source ids; a story must be told by one of them. */
  readonly sources?: readonly string[]
  /** Names as tagging gives them, or parts of them; a story must name one of them. */
  readonly people?: readonly string[]
  /** ISO 639-1; a story must be told in one of them. */
  readonly languages?: readonly string[]
  /** Keyword expression with AND, OR, NOT, "phrases" and brackets; a report of the story must match it. */
  readonly expression?: string
  /** A model may choose its sentences, where one is set up; otherwise our own rules do. */
  readonly model?: boolean
  /** Most stories in all. */
  readonly stories: number
  /** Most stories in one section. */
  readonly perSection: number
}
