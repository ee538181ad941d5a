import type { BridgeRow } from '../bridge/bridge-file.ts'
import { asEnglishStem } from '../bridge/create-bridge.ts'
import { learnBridge, type Line } from './learn-bridge.ts'

/**
 * Keeps all tables together within four megabytes of memory. Halves of documents are told apart as well with
 * fewer rows, except in Hebrew, whose dictionaries spell out every form, and in Ukrainian, which borrows
 * lines.
 */
const MOST_ROWS = 28_000
const MOST_ROWS_OF: Readonly<Record<string, number>> = { he: 40_000, uk: 36_000 }

/** Returns the rows of a language's table. `numberOf` numbers the English stems. */
export function rowsOf(
  lines: readonly Line[],
  language: string,
  frequency: ReadonlyMap<string, number>,
  numberOf: ReadonlyMap<string, number>,
): Map<string, BridgeRow> {
  const rows = new Map<string, BridgeRow>()
  for (const [key, { stems, occurrences }] of learnBridge(lines, language, frequency)) {
    const row = stems.flatMap(([stem, weight]) => {
      const number = numberOf.get(stem)
      return number === undefined ? [] : [[number, weight] as const]
    })
    // Without a row it would map to itself anyway.
    const isItself = row.length === 1 && stems[0]?.[0] === asEnglishStem(key)
    if (row.length > 0 && !isItself) rows.set(key, { stems: row, occurrences })
    if (rows.size === (MOST_ROWS_OF[language] ?? MOST_ROWS)) break
  }
  return rows
}
