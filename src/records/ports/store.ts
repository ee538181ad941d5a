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
 * Everything that must survive a restart. An engine (such as `src/storage/sqlite`) implements all ports;
 * `test/contracts/store.ts` tests what every engine promises. A stage takes the methods it needs with `Pick`.
 * Times are milliseconds since 1970. Methods reject with a StoreError, which has a code and a remedy.
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
  /** Writes a consistent copy into `file` while the bot runs. Never overwrites a file. */
  backup(file: string): Promise<void>
  /** Waits for the writes under way, then closes. Later calls reject with StoreError `closed`. */
  close(): Promise<void>
}
