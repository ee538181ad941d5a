import stringWidth from 'string-width'
import type { Reader } from '../../../src/chat/wording/reader.ts'
import { dotted, type Line, own, quote } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { flow, type Shape } from '../text/flow.ts'

/** `hyperlink`: names link to articles (OSC 8). `text`: each address is printed. `none`: no addresses. */
export type Links = 'hyperlink' | 'text' | 'none'

/** How a message is displayed. */
export interface View extends Reader, Omit<Shape, 'first' | 'rest'> {
  readonly links: Links
}

/** A heading with a rule to the right edge. */
export function drawHeading(name: string, view: View): string[] {
  const lines = flow([quote(name, 'section')], view)
  const last = flow([quote(name)], { ...view, colour: false, hyperlinks: false }).at(-1) ?? ''
  const rule = '─'.repeat(Math.max(0, view.width - stringWidth(last) - 1))
  return rule === ''
    ? lines
    : [...lines.slice(0, -1), `${lines.at(-1) ?? ''} ${flow([own(rule, 'quiet')], view).join('')}`]
}

/** Short facts, separated by dots. A fact wider than the line gets lines of its own. */
export function drawFacts(
  facts: readonly Line[],
  indent: string,
  view: View,
  first: string = indent,
): string[] {
  const rows: Line[][] = [[]]
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

/** Spans that no line break may separate; null if they are wider than `width` columns. */
function together(spans: Line, width: number): Line | null {
  const needed = stringWidth(spans.map((span) => harmless(span.text)).join(''))
  return needed <= width ? spans.map((span) => ({ ...span, whole: true })) : null
}

/**
 * An address on a line of its own, if addresses are printed. Never broken, because half an address opens
 * nothing.
 */
export function drawAddress(url: string | null, indent: string, view: View): string[] {
  const address = webAddress(url)
  if (view.links !== 'text' || address === null) return []
  return flow([own(address, 'quiet')], { ...view, first: indent })
}
