import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

/** A small record that survives the process. Neither method throws. */
export interface Book<T> {
  /** Null if nothing was written yet or the file cannot be read. */
  read(): T | null
  write(record: T): void
}

/**
 * Opens a record in a file that is replaced at each write. A damaged file counts as missing. If the file
 * cannot be written, this process keeps the record in memory.
 */
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
        // Replaced in one step: if the process ends half-way, readers still find the old record.
        writeFileSync(`${file}.${process.pid}`, JSON.stringify(record), { mode: 0o600 })
        renameSync(`${file}.${process.pid}`, file)
        unwritten = null
      } catch {
        unwritten = record
      }
    },
  }
}
