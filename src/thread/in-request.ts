import { AsyncLocalStorage } from 'node:async_hooks'

/** One thing that is being dealt with: a question, a message on its way, a round of reading. */
interface UnderWay {
  /** Stands in each line of the log that it leads to. */
  readonly id: string
  /** When it came in, by `performance.now()`. */
  readonly since: number
}

const underWay = new AsyncLocalStorage<UnderWay>()

/** Runs `work` as what one request leads to, with all that it begins. `id`: as the platform names it, where it does, so that both sides can look it up. */
export const inRequest = <T>(id: string, work: () => T): T =>
  underWay.run({ id, since: performance.now() }, work)

/** The request that the calling code is part of; null outside of any. */
export const requestUnderWay = (): UnderWay | null => underWay.getStore() ?? null
