import { flow } from '../text/flow.ts'
import { dotted, together } from '../wording/pieces.ts'
import type { Span } from '../wording/span.ts'
import type { View } from './view.ts'

/** Short facts, a dot between neighbours on a line. A fact wider than the line has lines of its own. */
export function drawFacts(facts: readonly (readonly Span[])[], indent: string, view: View): string[] {
  const rows: (readonly Span[])[][] = [[]]
  for (const fact of facts) {
    const whole = together(fact, view.width - indent.length)
    if (whole === null) rows.push([fact], [])
    else rows.at(-1)?.push(whole)
  }
  return rows.flatMap((row) => flow(dotted(row, 'quiet'), { ...view, first: indent }))
}
