import { flow } from '../text/flow.ts'
import { dotted } from '../../../src/chat/wording/pieces.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { together } from './together.ts'
import type { View } from './view.ts'

/** Short facts, a dot between neighbours on a line. A fact wider than the line has lines of its own. */
export function drawFacts(
  facts: readonly (readonly Span[])[],
  indent: string,
  view: View,
  first: string = indent,
): string[] {
  const rows: (readonly Span[])[][] = [[]]
  for (const fact of facts) {
    const whole = together(fact, view.width - indent.length)
    if (whole === null) rows.push([fact], [])
    else rows.at(-1)?.push(whole)
  }
  return rows
    .filter((row) => row.length > 0)
    .flatMap((row, index) =>
      flow(dotted(row, 'quiet'), { ...view, first: index === 0 ? first : indent, rest: indent }),
    )
}
