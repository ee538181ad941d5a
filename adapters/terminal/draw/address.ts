import { flow } from '../text/flow.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import type { View } from './view.ts'

/** An address on a line of its own, where addresses are printed. It is never broken: half an address opens nothing. */
export function drawAddress(url: string | null, indent: string, view: View): string[] {
  const address = webAddress(url)
  if (view.links !== 'text' || address === null) return []
  return flow([own(address, 'quiet')], { ...view, first: indent })
}
