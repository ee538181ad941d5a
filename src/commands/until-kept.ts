import type { Message } from '../records/message.ts'

/** Each one that fails means that somebody else's change was kept: nobody presses so often. */
const MOST_TRIES = 10

/**
 * Carries out a change of what may change meanwhile: `attempt` reads it anew each time and gives null where it was not any more what it
 * had read when its change was kept. So a change never undoes one that came between.
 */
export async function untilKept(attempt: () => Promise<Message | null>): Promise<Message> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const answer = await attempt()
    if (answer !== null) return answer
  }
  throw new Error(`It was changed by others ${MOST_TRIES} times while it was being changed.`)
}
