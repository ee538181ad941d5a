import { z } from 'zod'
import { type Book, openBook } from './open-book.ts'

const DAY_MS = 24 * 3_600_000

/** Tokens taken on one UTC day, days since 1970. */
const spentTokens = z.object({ day: z.int().nonnegative(), tokens: z.number().nonnegative() })
export type Spent = Readonly<z.infer<typeof spentTokens>>

/** Where what was spent outlives the process. */
export type SpentBook = Book<Spent>

/** What a model may still be asked today: tokens for each UTC day, counted in the book: a restart gives no new ones, and who else writes there is counted too. */
export function createAllowance(tokensADay: number, now: () => number, book: SpentBook) {
  function today(): Spent {
    const day = Math.floor(now() / DAY_MS)
    const spent = book.read()
    return spent?.day === day ? spent : { day, tokens: 0 }
  }

  return {
    /** Sets tokens aside before a call; null when the day has no more. To be settled once, with what the call took. */
    reserve(tokens: number): { settle(used: number): void } | null {
      const { day, tokens: spent } = today()
      if (spent + tokens > tokensADay) return null
      book.write({ day, tokens: spent + tokens })
      return {
        settle(used) {
          const since = today()
          if (since.day === day) book.write({ day, tokens: Math.max(0, since.tokens + used - tokens) })
        },
      }
    },
  }
}

/** Keeps what was spent today in a small file, written before and after each call. */
export const openSpentBook = (file: string): SpentBook => openBook(file, spentTokens)
