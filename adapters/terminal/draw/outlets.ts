import type { BriefedStory } from '../../../src/records/briefing.ts'
import { flow } from '../text/flow.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { MAX_ADDRESSES } from '../limits.ts'
import { drawAddress } from './address.ts'
import { drawFacts } from './facts.ts'
import type { View } from './view.ts'

/**
 * The outlets of a story, numbered as its sentences cite them: one after the other, or one a line where addresses are
 * printed. Beyond the first, those that no sentence cites go without address: `story ID` has them all.
 */
export function drawOutlets(
  { outlets, sentences }: Pick<BriefedStory, 'outlets' | 'sentences'>,
  indent: string,
  view: View,
): string[] {
  const drawn = outlets.map((outlet, index): readonly Span[] => [
    citeOutlet(index, outlet.url, view),
    own(' '),
    ...labelOutlet(outlet, view.language),
  ])
  if (view.links !== 'text') return drawFacts(drawn, indent, view)
  const addressed = Math.max(MAX_ADDRESSES, ...sentences.map(({ outlet }) => outlet + 1))
  const lines = drawn.slice(0, addressed).flatMap((spans, index) => {
    const hang = indent + ' '.repeat(String(index + 1).length + 3)
    return [
      ...flow(spans, { ...view, first: indent, rest: hang }),
      ...drawAddress(outlets[index]?.url ?? null, hang, view),
    ]
  })
  return [...lines, ...drawFacts(drawn.slice(addressed), indent, view)]
}
