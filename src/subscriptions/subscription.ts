import type { BriefingRequest } from './briefing-request.ts'

/** A standing wish of a person or a channel. `config/briefings.yaml` describes some; people make the others with `/news subscribe`. */
export interface Subscription extends BriefingRequest {
  /** `platform:workspace/user` of who made it and may change it; null for those of `config/briefings.yaml`. */
  readonly owner: string | null
  /** A briefing at local times (`at`, `days`); an hourly one; or an alert as soon as a story passes its threshold. */
  readonly kind: 'briefing' | 'hourly' | 'alert'
  /**
   * Local times between which nothing is sent; may span midnight. What falls due then comes right after. Null: those of its place (`inItsPlace`), now and whenever they
   * change; `off`: none, whatever its place has.
   */
  readonly quiet: Quiet | 'off' | null
  readonly alert: AlertRule | null
  readonly state: 'active' | 'paused' | 'ended'
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** When its times were last changed or it was last resumed: no slot from before is served. Milliseconds since 1970. */
  readonly changedAt?: number
}

/** Local times of day, `HH:MM`; `to` may be earlier than `from`: then it is the next morning. */
export interface Quiet {
  /** IANA zone they are meant in, where it is not that of the subscription: those of a person go by their own clock. */
  readonly zone?: string
  readonly from: string
  readonly to: string
}

/** When an alert goes out, and how often at most. */
interface AlertRule {
  /** Independent reports that a story must have. */
  readonly outlets: number
  /** Alerts in any hour. */
  readonly perHour: number
  /** Hours in which the same story does not alert again. */
  readonly cooldownHours: number
}
