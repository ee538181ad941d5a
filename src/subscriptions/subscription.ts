import type { BriefingRequest } from './briefing-request.ts'

/** A standing wish of a person or a channel. `config/briefings.yaml` describes some; people make the others with `/news subscribe`. */
export interface Subscription extends BriefingRequest {
  /** `platform:workspace/user` of who made it and may change it; null for those of `config/briefings.yaml`. */
  readonly owner: string | null
  /** A briefing at local times (`at`, `days`); an hourly one; or an alert as soon as a story passes its threshold. */
  readonly kind: 'briefing' | 'hourly' | 'alert'
  /** Names as tagging gives them; a story must name one of them. */
  readonly people?: readonly string[]
  /** ISO 639-1; a story must be told in one of them. */
  readonly languages?: readonly string[]
  /** Keyword expression with AND, OR, NOT, "phrases" and brackets; a story must match it. */
  readonly expression?: string
  /** Local times between which nothing is sent; may span midnight. What falls due then comes right after. */
  readonly quiet: { readonly from: string; readonly to: string } | null
  readonly alert: AlertRule | null
  readonly state: 'active' | 'paused' | 'ended'
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** When an alert goes out, and how often at most. */
export interface AlertRule {
  /** Independent reports that a story must have. */
  readonly outlets: number
  /** Alerts in any hour. */
  readonly perHour: number
  /** Hours in which the same story does not alert again. */
  readonly cooldownHours: number
}
