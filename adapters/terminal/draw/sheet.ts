import { sheetOf, type SheetMessage } from '../../../src/chat/wording/sheet.ts'
import { flow } from '../text/flow.ts'
import { drawBriefing } from './briefing.ts'
import type { View } from './view.ts'

/** A document of facts: title, lines, parts; behind a new subscription its first briefing. */
export function drawSheet(message: SheetMessage, view: View): string[] {
  const { title, lines, parts } = sheetOf(message)
  const first = message.kind === 'subscription' ? message.first : null
  const indented = { ...view, first: '  ', rest: '  ' }
  return [
    ...flow(title, view),
    ...lines.flatMap((line) => flow(line, view)),
    ...parts.flatMap((part) => [
      '',
      ...flow(part.heading, view),
      ...part.lines.flatMap((line) => flow(line, indented)),
    ]),
    ...(first === null ? [] : ['', ...drawBriefing(first, view)]),
  ]
}
