import type { Quiet } from './subscription.ts'

/** What a channel or a person said once for all their questions and new subscriptions. Null is: as the platform tells. */
export interface Preferences {
  /** IANA. */
  readonly zone: string | null
  /** BCP 47 language of our own words. */
  readonly language: string | null
  readonly quiet: Quiet | null
  /** ISO 639-1, the one liked best first: as `BriefingRequest.reads`. */
  readonly reads?: readonly string[]
}

export const NO_PREFERENCES: Preferences = { zone: null, language: null, quiet: null }
