import type { Logger } from 'pino'
import type { Carrier } from '../../queue/open-carrier.ts'
import type { SharedWork } from '../../records/ports/shared-work.ts'
import type { Store } from '../../records/ports/store.ts'
import type { Source } from '../../records/source.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Monitoring } from '../open-monitoring.ts'

/** What each role of a process works with. */
export interface RoleTools {
  readonly settings: Settings
  /** Those of the settings, as they stand by now. */
  readonly sources: Source[]
  readonly store: Store
  readonly shared: SharedWork
  readonly carrier: Carrier
  readonly log: Logger
  readonly monitoring: Monitoring
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly isStopping: () => boolean
}

/** A role that a process has taken up. */
export interface RunningRole {
  /** Settles once what is under way has ended. */
  stop(): Promise<void>
}
