import { AsyncLocalStorage } from 'node:async_hooks'

/** One request being handled: a question, a message being sent, a round of reading. */
interface UnderWay {
  /** Is in each log line that the request causes. */
  readonly id: string
  /** When it arrived, by `performance.now()`. */
  readonly since: number
}

const underWay = new AsyncLocalStorage<UnderWay>()

/**
 * Runs `work`, and everything it starts, as part of one request. `id` is the platform's own id, if it has
 * one, so that both sides can look the request up.
 */
export const inRequest = <T>(id: string, work: () => T): T =>
  underWay.run({ id, since: performance.now() }, work)

/** The request that the calling code belongs to; null outside of any. */
export const requestUnderWay = (): UnderWay | null => underWay.getStore() ?? null
