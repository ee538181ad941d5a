import { onTestFinished } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { aWorstDay } from '../worst-day.ts'
import { DESK, type DiscordBench, GUILD, openConnectedBench } from './discord-bench.ts'

/** The place of the bench's only channel, as `ChatAdapter` names it. */
export const DESK_PLACE = `${GUILD}/${DESK}`

/** A message that needs one post. */
export const QUAKE = { kind: 'notice', level: 'info', text: 'quake', language: 'en' } satisfies Message

/** A message that needs as many posts as a briefing can. */
export const LONG: Message = { kind: 'briefing', briefing: aWorstDay() }

/**
 * Opens the connected adapter until the end of the test. Fails the test if the adapter sent a request that
 * Discord would refuse.
 */
export async function connected(...asked: Parameters<typeof openConnectedBench>): Promise<DiscordBench> {
  const bench = await openConnectedBench(...asked)
  onTestFinished(() => bench.close())
  return bench
}
