import type { PostOptions } from '../../src/chat/chat-adapter.ts'
import { noJournal } from '../../src/chat/post-journal.ts'
import { createJournal } from '../../src/delivery/create-journal.ts'
import { messageKey } from '../../src/delivery/message-key.ts'
import type { KeptPart } from '../../src/records/delivery.ts'

/** Options of a post that is tried once. */
export const aPost = (row = 'row'): PostOptions => ({ key: messageKey(row), journal: noJournal })

interface KeptPost {
  /** Options for the next try, which include what is known of the parts. */
  readonly again: () => PostOptions
  readonly parts: () => readonly KeptPart[]
}

const never: (parts: readonly KeptPart[]) => boolean = () => false

/**
 * Creates the options of a post that is retried as the outbox does: what is known of its parts is kept from
 * one try to the next. When `killAt` is true for the first time, that try records nothing more, as if its
 * process had been killed there.
 */
export function aKeptPost(
  row = 'row',
  { repeatsAreRecognisedForMs = 0, now = Date.now, killAt = never } = {},
): KeptPost {
  let kept: readonly KeptPart[] = []
  let wasKilled = false
  return {
    again() {
      let isKilled = false
      return {
        key: messageKey(row),
        journal: createJournal({
          parts: kept,
          keep: (parts) => {
            if (isKilled) return Promise.resolve(false)
            kept = parts
            isKilled = killAt(parts) && !wasKilled
            wasKilled ||= isKilled
            return Promise.resolve(true)
          },
          now,
          repeatsAreRecognisedForMs,
        }),
      }
    },
    parts: () => kept,
  }
}
