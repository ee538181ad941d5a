import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

/** One small record that outlives the process. Neither throws. */
export interface Book<T> {
  /** Null when nothing was written yet, or it cannot be read. */
  read(): T | null
  write(record: T): void
}

/** Keeps a record in a file, written anew each time. Spoilt is like missing; where the file cannot be written, this process remembers for itself. */
export function openBook<T>(file: string, shape: z.ZodType<T>): Book<T> {
  let unwritten: T | null = null
  return {
    read() {
      if (unwritten !== null) return unwritten
      try {
        return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    write(record) {
      try {
        // One step for who reads: a process that ends half-way leaves the old record.
        writeFileSync(`${file}.${process.pid}`, JSON.stringify(record), { mode: 0o600 })
        renameSync(`${file}.${process.pid}`, file)
        unwritten = null
      } catch {
        unwritten = record
      }
    },
  }
}
