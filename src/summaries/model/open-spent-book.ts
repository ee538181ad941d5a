import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Spent, SpentBook } from './create-allowance.ts'

const written = z.object({ day: z.int().nonnegative(), tokens: z.number().nonnegative() })

/**
 * Keeps what was spent in a small file, written anew before and after each call. A file that is missing or spoilt has nothing spent; where it cannot be
 * written, this process counts for itself.
 */
export function openSpentBook(file: string): SpentBook {
  let unwritten: Spent | null = null
  return {
    read() {
      if (unwritten !== null) return unwritten
      try {
        return written.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    write(spent) {
      try {
        // One step for who reads: a process that ends half-way leaves the old count.
        writeFileSync(`${file}.${process.pid}`, JSON.stringify(spent))
        renameSync(`${file}.${process.pid}`, file)
        unwritten = null
      } catch {
        unwritten = spent
      }
    },
  }
}
