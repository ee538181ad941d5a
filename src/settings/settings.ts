import type { Claims } from '../pictures/claims.ts'
import type { Source } from '../records/source.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import type { ModelChoice } from '../summaries/model/model-choice.ts'
import type { NameEntry } from '../tagging/names/name-book.ts'
import type { PlaceCorrection } from '../tagging/places/correct-places.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'

/** pino's names. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

/** Where the pages of the archive are, and who may read the news there. */
export interface SiteSettings {
  /** Port (0: any free one) and IP address of this machine that they are served at. */
  readonly port: number
  readonly host: string
  /** Their address as people reach them, without a slash at the end; null: the one that they are served at. */
  readonly url: string | null
  /** The news is there for everybody; else for this machine alone and for whoever signed in. */
  readonly isPublic: boolean
}

/** The address of the pages as people reach them, without a slash at the end. */
export const siteRoot = ({ url, host, port }: SiteSettings): string =>
  url ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** All that people decide: the files of the config directory and the environment, checked. */
export interface Settings {
  readonly sources: readonly Source[]
  /** In the order of the file, which is the order of sections in a briefing. */
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** People and organisations that the tagger knows by all their spellings. */
  readonly names: readonly NameEntry[]
  /** What the team knows better about place names. */
  readonly corrections: readonly PlaceCorrection[]
  /** How maps draw what more than one state claims. */
  readonly claims: Claims
  readonly briefings: readonly BriefingRequest[]
  readonly configDirectory: string
  /** Where everything is kept that has no other place. */
  readonly dataDirectory: string
  /** Address of the store (`storeAt`); null for the data directory. */
  readonly store: string | null
  readonly logLevel: LogLevel
  /** BCP 47 language of our own words, where a briefing does not say. */
  readonly language: string
  /** IANA zone, where a briefing does not say. */
  readonly zone: string
  /** Stories are let go so many days after the last report of theirs; null keeps them for good. */
  readonly keepDays: number | null
  /** Pages to which briefings led are looked at for a week, to tell what their outlets take down. */
  readonly checkPages: boolean
  /** How we introduce ourselves to the sites we read. */
  readonly userAgent: string
  /** IP addresses and CIDR ranges that may be read although they are private: `10.0.0.0/8`. */
  readonly allowAddresses: readonly string[]
  /**
   * Where the world reaches us, and the port and IP address of this machine that we listen on for it; null when it
   * cannot.
   */
  readonly web: { readonly publicUrl: string; readonly port: number; readonly host: string } | null
  /** The port and IP address of this machine at which whoever watches the process is answered; null for none. */
  readonly status: { readonly port: number; readonly host: string } | null
  /** Our pages; null where none are served. */
  readonly site: SiteSettings | null
  /** Rewrites the summaries of briefings that say so; null for none. */
  readonly model: ModelChoice | null
}
