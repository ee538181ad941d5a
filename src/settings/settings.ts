import type { Claims } from '../pictures/claims.ts'
import type { Source } from '../records/source.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import type { ModelChoice } from '../summaries/model/model-choice.ts'
import type { NameEntry } from '../tagging/names/name-book.ts'
import type { PlaceCorrection } from '../tagging/places/correct-places.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'

/** The level names of pino. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

/** Where the pages of the archive are served, and who may read the news there. */
export interface SiteSettings {
  /** Port (0: any free one) and IP address of this machine on which they are served. */
  readonly port: number
  readonly host: string
  /**
   * Their address as people reach them, without a final slash; null for the address on which they are served.
   */
  readonly url: string | null
  /** Whether everybody may read the news; otherwise only this machine and people who signed in. */
  readonly isPublic: boolean
}

/** The address of the pages as people reach them, without a final slash. */
export const siteRoot = ({ url, host, port }: SiteSettings): string =>
  url ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** All settings: the files of the config directory and the environment, validated. */
export interface Settings {
  readonly sources: readonly Source[]
  /** In the order of the file, which is the order of sections in a briefing. */
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** People and organisations that the tagger knows with all their spellings. */
  readonly names: readonly NameEntry[]
  /** The team's corrections to the recognition of place names. */
  readonly corrections: readonly PlaceCorrection[]
  /** How maps draw areas and borders claimed by more than one state. */
  readonly claims: Claims
  readonly briefings: readonly BriefingRequest[]
  readonly configDirectory: string
  /** Directory for everything that is kept and has no other place. */
  readonly dataDirectory: string
  /** Address of the store (`storeAt`); null for the data directory. */
  readonly store: string | null
  readonly logLevel: LogLevel
  /** Default BCP 47 language of our own words. */
  readonly language: string
  /** Default IANA zone. */
  readonly zone: string
  /** Stories are deleted this many days after their last report; null keeps them forever. */
  readonly keepDays: number | null
  /** Whether pages linked from briefings are checked for a week, to report what their outlets take down. */
  readonly checkPages: boolean
  /** The user agent for the sites we read. */
  readonly userAgent: string
  /** Private IP addresses and CIDR ranges that may be read: `10.0.0.0/8`. */
  readonly allowAddresses: readonly string[]
  /**
   * Our public address, and the port and IP address of this machine behind it; null if we are not reachable
   * from outside.
   */
  readonly web: { readonly publicUrl: string; readonly port: number; readonly host: string } | null
  /** Port and IP address of this machine for monitoring; null for none. */
  readonly status: { readonly port: number; readonly host: string } | null
  /** The pages of the archive; null if none are served. */
  readonly site: SiteSettings | null
  /** Model that chooses the sentences of briefings that ask for it; null for none. */
  readonly model: ModelChoice | null
}
