import { setTimeout as wait } from 'node:timers/promises'
import type { Responses } from './respond.ts'
import type { Surface } from './surface.ts'

/** Between two tries, in milliseconds; Slack takes five uses of an address. */
const PAUSES_MS = [500, 2_000, 10_000]

/** Takes away the private message whose button was pressed. That does no harm when it is done twice: it is repeated until Slack confirms it. */
export async function takeAway({ responseUrl }: Surface, responses: Responses): Promise<void> {
  if (responseUrl === null) return
  for (const pause of [...PAUSES_MS, null]) {
    const reached = await responses.takeAway(responseUrl)
    if (reached === 'given' || reached === 'closed' || pause === null) return
    await wait(pause, undefined, { ref: false })
  }
}
