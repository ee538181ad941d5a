import { flow } from '../text/flow.ts'
import { dotted, together } from '../text/pieces.ts'
import type { Span } from '../text/span.ts'
import type { View } from './view.ts'

/** Short facts on a line, a dot between them. A fact is broken only where it is wider than the line. */
export function drawFacts(facts: readonly (readonly Span[])[], indent: string, view: View): string[] {
  const room = view.width - indent.length
  const groups = facts.map((spans) => together(spans, room))
  return flow(dotted(groups, 'quiet'), { ...view, first: indent })
}
