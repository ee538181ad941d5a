import type { PlatformName } from '../platform/platform-log.ts'
import { account, type Account } from './account.ts'
import { checkPromises } from './check-promises.ts'
import { decidedMessages } from './decided-messages.ts'
import type { Evidence } from './evidence.ts'
import { explainFlag, type FlagReason } from './explain-flag.ts'
import { findParts } from './find-parts.ts'

/** A decided message and what became of it. */
export interface Judged {
  readonly id: string
  readonly platform: PlatformName
  readonly trouble: string
  readonly verdict: Account['verdict']
  readonly remark: string
  /** Null where it is not flagged. */
  readonly flag: FlagReason | null
  /** Edits that were decided of it. */
  readonly edits: number
}

export interface Judgement {
  readonly messages: readonly Judged[]
  /** What else was promised and not kept. */
  readonly broken: readonly string[]
}

/** Compares what the platforms showed with what was decided. What was decided for a channel that went away is left out, unless it was shown twice. */
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
 * A bot that notes a call before it hands it to the socket may be killed in between: of one call at each kill it then doubts what nobody read. More than one, and it
 * doubts what it only meant to send.
 */
function explainByKills(messages: readonly Judged[], kills: number): readonly Judged[] {
  let left = kills
  return messages.map((one) => {
    const isNext =
      one.flag === 'beyond the rule' && one.platform === 'slack' && one.trouble.startsWith('kill')
    return isNext && left-- > 0 ? { ...one, flag: 'next for the socket at a kill' } : one
  })
}
