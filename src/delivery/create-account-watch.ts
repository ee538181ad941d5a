import type { Outbox } from '../records/ports/outbox.ts'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import { say } from '../words/say.ts'
import { isOfAccount, workspaceOf } from './accounts.ts'
import type { DirectNotice } from '../records/notice.ts'
import type { RefusedAccount } from '../records/delivery.ts'
import { retryWait } from './judge-failure.ts'
import type { Recipient } from './owner-notices.ts'

interface AccountWatchTools {
  readonly store: Pick<Outbox, 'refusedAccounts' | 'acceptAccount'>
  readonly adapters: readonly ChatAdapter[]
  /**
   * The owners to tell that messages come again: one entry for each subscription with an owner, with the
   * destination that it posts to.
   */
  readonly owners: () => Promise<readonly (Recipient & { readonly destination: string })[]>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In [0, 1]. */
  readonly random: () => number
}

/**
 * Owners are told only of longer refusals. A shorter one costs them nothing, since no briefing is that
 * punctual.
 */
const TOLD_AFTER_MS = 10 * 60_000

/** The check costs little, and a new token should not wait for long. */
const LONGEST_WAIT_MS = 5 * 60_000

/**
 * Watches the accounts whose token is refused: asks their platforms from time to time whether it is accepted
 * again.
 */
export function createAccountWatch({ store, adapters, owners, now, random }: AccountWatchTools) {
  /**
   * How often each account was checked, and when the next check may be. After a restart all are checked at
   * once.
   */
  const asked = new Map<string, { readonly times: number; readonly nextAt: number }>()

  async function isAccepted(account: string): Promise<boolean> {
    const [platform] = account.split(':')
    const adapter = adapters.find((other) => other.platform === platform)
    return adapter === undefined ? false : adapter.acceptsToken(workspaceOf(account))
  }

  async function noticesOf(
    account: string,
    { since }: RefusedAccount,
    at: number,
  ): Promise<readonly DirectNotice[]> {
    if (at - since < TOLD_AFTER_MS) return []
    const own = (await owners()).filter(({ destination }) => isOfAccount(account, destination))
    return [...Map.groupBy(own, ({ to }) => to)].flatMap(([to, recipients]) => {
      const [first] = recipients
      if (first === undefined) return []
      const { subscription, language } = first
      const titles = [...new Set(recipients.map(({ title }) => title))].join(say('list.semicolon', language))
      const text = say('delivery.accepted', language, { titles })
      const message = { kind: 'notice', level: 'info', text, language } as const
      return [{ outboxId: `accepted ${account} ${since} ${to}`, subscription, to, message }]
    })
  }

  return {
    /**
     * Checks the refused accounts that are due. Returns those that are accepted again: calls to them have
     * resumed, and the owners were told once.
     */
    async resume(): Promise<readonly string[]> {
      const accepted: string[] = []
      const refused = await store.refusedAccounts()
      for (const account of asked.keys()) if (!refused.has(account)) asked.delete(account)
      for (const [account, since] of refused) {
        const { times, nextAt } = asked.get(account) ?? { times: 0, nextAt: 0 }
        if (now() < nextAt) continue
        const wait = Math.min(retryWait(times + 1, true, random()), LONGEST_WAIT_MS)
        asked.set(account, { times: times + 1, nextAt: now() + wait })
        if (!(await isAccepted(account))) continue
        const at = now()
        if (await store.acceptAccount(account, at, await noticesOf(account, since, at)))
          accepted.push(account)
      }
      return accepted
    },
  }
}
