import type { Briefing } from '../../../src/records/briefing.ts'
import { flow } from '../text/flow.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import type { View } from './view.ts'

/** The closing lines, under a rule. */
export function drawCoverage(briefing: Briefing, view: View): string[] {
  return [
    ...flow([own('─'.repeat(view.width), 'quiet')], view),
    ...tellCoverage(briefing).flatMap((line) => flow(line, { ...view, rest: '  ' })),
  ]
}
