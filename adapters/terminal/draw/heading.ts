import stringWidth from 'string-width'
import { flow } from '../text/flow.ts'
import { own, quote } from '../../../src/chat/wording/pieces.ts'
import type { View } from './view.ts'

/** A heading with a rule to the right edge. */
export function drawHeading(name: string, view: View): string[] {
  const lines = flow([quote(name, 'section')], view)
  const last = flow([quote(name)], { ...view, colour: false, hyperlinks: false }).at(-1) ?? ''
  const rule = '─'.repeat(Math.max(0, view.width - stringWidth(last) - 1))
  return rule === ''
    ? lines
    : [...lines.slice(0, -1), `${lines.at(-1) ?? ''} ${flow([own(rule, 'quiet')], view).join('')}`]
}
