import { noticeMessage } from './notice-message.ts'
import type { GatheredNotice, ToldNotice } from '../records/notice.ts'

/** What this asks of the store. */
interface GatheredNotices {
  dueNotices(now: number): Promise<readonly GatheredNotice[]>
  tellNotice(told: ToldNotice): Promise<boolean>
}

/**
 * Writes to the outbox what owners have to be told by `now` (milliseconds since 1970): one message for one person and cause, an edit of it for what
 * came later. Called again after a crash it goes on with what is left.
 */
export async function tellOwners(notices: GatheredNotices, now: number): Promise<void> {
  for (const notice of await notices.dueNotices(now)) {
    const { id, changes } = notice
    await notices.tellNotice({ id, changes, at: now, message: noticeMessage(notice) })
  }
}
