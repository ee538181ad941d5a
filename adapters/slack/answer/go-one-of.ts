import { setTimeout as wait } from 'node:timers/promises'
import type { SlackPart } from '../render.ts'
import { RESPONDING_MS, type Reached } from './respond.ts'
import type { Way } from './ways.ts'

/** Between two rounds over all ways that are open, in milliseconds; each is twice the one before. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Sends each part on the first way on which it arrives, or may have arrived, so that nobody reads it twice. A way that is closed is taken no more, and only where a
 * whole group is closed the next group is looked at; what surely did not arrive is tried again, as long as Slack takes answers. Gives the worst that became of a
 * part; behind one that was not given no other is sent.
 */
export async function goOneOf(
  groups: readonly (readonly Way[])[],
  parts: readonly SlackPart[],
): Promise<Reached> {
  const until = performance.now() + RESPONDING_MS
  const closed = new Set<Way>()
  let isDoubtful = false

  async function tryAll(part: SlackPart): Promise<Reached> {
    for (const group of groups) {
      for (const way of group) {
        if (closed.has(way)) continue
        const reached = await way(part)
        if (reached === 'given' || reached === 'doubtful') return reached
        if (reached === 'closed') closed.add(way)
      }
      if (group.some((way) => !closed.has(way))) return 'unsent'
    }
    return 'closed'
  }

  for (const part of parts) {
    let reached = await tryAll(part)
    for (
      let pause = FIRST_PAUSE_MS;
      reached === 'unsent' && performance.now() + pause < until;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    ) {
      await wait(pause, undefined, { ref: false })
      reached = await tryAll(part)
    }
    if (reached === 'closed' || reached === 'unsent') return reached
    isDoubtful ||= reached === 'doubtful'
  }
  return isDoubtful ? 'doubtful' : 'given'
}
