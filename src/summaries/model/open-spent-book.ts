import { z } from 'zod'
import type { SpentBook } from './create-allowance.ts'
import { openBook } from './open-book.ts'

const written = z.object({ day: z.int().nonnegative(), tokens: z.number().nonnegative() })

/** Keeps what was spent today in a small file, written before and after each call. */
export const openSpentBook = (file: string): SpentBook => openBook(file, written)
