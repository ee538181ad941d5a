import type { BriefedOutlet } from '../../../src/briefings/briefing.ts'
import { flow } from '../text/flow.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { drawAddress } from './address.ts'
import { drawFacts } from './facts.ts'
import type { View } from './view.ts'

/** The outlets of a story, numbered as its sentences cite them: one after the other, or one a line where addresses are printed. */
export function drawOutlets(outlets: readonly BriefedOutlet[], indent: string, view: View): string[] {
  const drawn = outlets.map((outlet, index): readonly Span[] => [
    citeOutlet(index, outlet.url, view),
    own(' '),
    ...labelOutlet(outlet, view.language),
  ])
  if (view.links !== 'text') return drawFacts(drawn, indent, view)
  return drawn.flatMap((spans, index) => {
    const hang = indent + ' '.repeat(String(index + 1).length + 3)
    return [
      ...flow(spans, { ...view, first: indent, rest: hang }),
      ...drawAddress(outlets[index]?.url ?? null, hang, view),
    ]
  })
}
