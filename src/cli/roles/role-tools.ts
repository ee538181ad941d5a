import type { Logger } from 'pino'
import type { WorkQueue } from '../../queue/open-work-queue.ts'
import type { SharedWork } from '../../records/ports/shared-work.ts'
import type { Store } from '../../records/ports/store.ts'
import type { Source } from '../../records/source.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Monitoring } from '../open-monitoring.ts'

/** What each role of a process works with. */
export interface RoleTools {
  readonly settings: Settings
  /** The current sources: a copy of those in the settings, updated when the file changes. */
  readonly sources: Source[]
  readonly store: Store
  readonly shared: SharedWork
  readonly queue: WorkQueue
  readonly log: Logger
  readonly monitoring: Monitoring
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly isStopping: () => boolean
}

/** A role that runs in this process. */
export interface RunningRole {
  /** Resolves once the work under way has ended. */
  stop(): Promise<void>
}
