import { z } from 'zod'
import { type Book, openBook } from './open-book.ts'

const DAY_MS = 24 * 3_600_000

/** Tokens used on one UTC day, as days since 1970. */
const spentTokens = z.object({ day: z.int().nonnegative(), tokens: z.number().nonnegative() })
export type Spent = Readonly<z.infer<typeof spentTokens>>

/** Keeps the tokens used across restarts. */
export type SpentBook = Book<Spent>

/**
 * Limits the tokens for each UTC day. They are counted in the book, so a restart gives no new ones, and what
 * other processes write there counts as well.
 */
export function createAllowance(tokensADay: number, now: () => number, book: SpentBook) {
  function today(): Spent {
    const day = Math.floor(now() / DAY_MS)
    const spent = book.read()
    return spent?.day === day ? spent : { day, tokens: 0 }
  }

  return {
    /**
     * Reserves tokens before a call; null if the day has too few left. Call `settle` once with the number
     * actually used.
     */
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

/** Opens the small file with the tokens used today. It is written before and after each call. */
export const openSpentBook = (file: string): SpentBook => openBook(file, spentTokens)
