import type { Quiet } from './subscription.ts'

/**
 * What a channel or a person set for all their questions and new subscriptions. Null: as the platform says.
 */
export interface Preferences {
  /** IANA. */
  readonly zone: string | null
  /** BCP 47 language of our own words. */
  readonly language: string | null
  readonly quiet: Quiet | null
  /** Preferred languages (ISO 639-1), as `BriefingRequest.reads`. */
  readonly reads?: readonly string[]
}

export const NO_PREFERENCES: Preferences = { zone: null, language: null, quiet: null }
