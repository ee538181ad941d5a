import type { AccessKeys } from './access-keys.ts'
import type { ChatMemory } from './chat-memory.ts'
import type { Findings } from './findings.ts'
import type { HubSubscriptions } from './hub-subscriptions.ts'
import type { NewsArchive } from './news-archive.ts'
import type { Outbox } from './outbox.ts'
import type { ReaderRules } from './reader-rules.ts'
import type { ReportCounts } from './report-counts.ts'
import type { SourceStates } from './source-states.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { ToldPages } from './told-pages.ts'

/**
 * What must survive a restart. An engine (`src/storage/sqlite`) implements all ports; `test/contracts/store.ts` says what any engine promises. A stage takes
 * what it needs of them with `Pick`. Times are milliseconds since 1970; a fault is a StoreError with a code and a remedy.
 */
export interface Store
  extends
    NewsArchive,
    Findings,
    ReportCounts,
    SourceStates,
    Outbox,
    Subscriptions,
    ReaderRules,
    ChatMemory,
    AccessKeys,
    HubSubscriptions,
    ToldPages {
  /** Writes a consistent copy while the bot runs. Refuses to overwrite a file. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}
