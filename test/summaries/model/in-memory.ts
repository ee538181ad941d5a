import type { Spent, SpentBook } from '../../../src/summaries/model/create-allowance.ts'

/** Keeps the tokens used in memory, for as long as a test runs. */
export function inMemory(): SpentBook {
  let spent: Spent | null = null
  return {
    read: () => spent,
    write(now) {
      spent = now
    },
  }
}
