import type { PlatformName } from '../platform/platform-log.ts'
import { account, type Account } from './account.ts'
import { checkPromises } from './check-promises.ts'
import { decidedMessages } from './decided-messages.ts'
import type { Evidence } from './evidence.ts'
import { explainFlag, type FlagReason } from './explain-flag.ts'
import { findParts } from './find-parts.ts'

/** A decided message and its outcome. */
export interface Judged {
  readonly id: string
  readonly platform: PlatformName
  readonly trouble: string
  readonly verdict: Account['verdict']
  readonly remark: string
  /** Null if it is not flagged. */
  readonly flag: FlagReason | null
  /** Number of edits that were decided. */
  readonly edits: number
}

export interface Judgement {
  readonly messages: readonly Judged[]
  /** Other broken promises. */
  readonly broken: readonly string[]
}

/**
 * Compares what the platforms showed with what was decided. Messages for a channel that disappeared are left
 * out unless they were shown twice.
 */
export function judge(evidence: Evidence): Judgement {
  const decided = decidedMessages(evidence)
  const found = findParts(decided, evidence.shown)
  const accounts = account(found.parts, evidence.leads)
  const messages = accounts
    .filter(({ message, verdict }) => !evidence.doomed.has(message.place) || verdict === 'doubled')
    .map(({ message, verdict, remark }): Judged => {
      const parts = found.parts.get(message) ?? []
      return {
        id: message.id,
        platform: message.platform,
        trouble: message.trouble,
        verdict,
        remark: `${remark}${remark === '' ? '' : `; ${message.state}${message.reason === null ? '' : `: ${message.reason}`}`}`,
        flag: message.state === 'uncertain' ? explainFlag(message, parts, evidence) : null,
        edits: message.edits.length,
      }
    })
  return {
    messages: explainByKills(messages, evidence.kills.length),
    broken: checkPromises(evidence, accounts, found),
  }
}

/**
 * Excuses one flagged message per kill: the bot records a call before it hands it to the socket and may be
 * killed in between. More than one would mean that it also doubts calls that it only planned.
 */
function explainByKills(messages: readonly Judged[], kills: number): readonly Judged[] {
  let left = kills
  return messages.map((one) => {
    const isNext =
      one.flag === 'beyond the rule' && one.platform === 'slack' && one.trouble.startsWith('kill')
    return isNext && left-- > 0 ? { ...one, flag: 'next for the socket at a kill' } : one
  })
}
