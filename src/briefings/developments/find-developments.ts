import { reportedAt } from '../../articles/reported-at.ts'
import type { Development } from '../../records/briefing.ts'
import { newFigures } from './new-figure.ts'
import { newStates } from './new-state.ts'
import { newStatements } from './new-statement.ts'
import type { Update } from './update.ts'

/** Lines above the sentences of a story: more would be a story of its own. */
const MOST_DEVELOPMENTS = 2

/**
 * Returns what is surely new in a story since its reader was last told of it, the most important first, at
 * most two. If nothing is, returns the silence before the new reports, if there was one; else an empty list.
 */
export function findDevelopments(update: Update): readonly Development[] {
  if (update.known.length === 0 || update.fresh.length === 0) return []
  const found = [...newStates(update), ...newFigures(update), ...newStatements(update)].slice(
    0,
    MOST_DEVELOPMENTS,
  )
  return found.length > 0 ? found : silenceBefore(update)
}

const DAY_MS = 24 * 3_600_000
/** Two whole days without a report are a silence; a weekend is one. */
const LEAST_SILENT_DAYS = 2

function silenceBefore({ known, fresh }: Update): readonly Development[] {
  const gap = Math.min(...fresh.map(reportedAt)) - Math.max(...known.map(reportedAt))
  const days = Math.floor(gap / DAY_MS)
  return days >= LEAST_SILENT_DAYS ? [{ kind: 'quiet', days }] : []
}
