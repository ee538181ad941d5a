import { onTestFinished } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { aWorstDay } from '../worst-day.ts'
import { DESK, type DiscordBench, GUILD, openConnectedBench } from './discord-bench.ts'

/** Where the one channel of the bench is, as the port names it. */
export const DESK_PLACE = `${GUILD}/${DESK}`

/** One message. */
export const QUAKE = { kind: 'notice', level: 'info', text: 'quake', language: 'en' } satisfies Message

/** As many messages as a briefing can need. */
export const LONG: Message = { kind: 'briefing', briefing: aWorstDay() }

/** The adapter, connected, until the test is over. Fails the test when Discord would refuse what it asked. */
export async function connected(...asked: Parameters<typeof openConnectedBench>): Promise<DiscordBench> {
  const bench = await openConnectedBench(...asked)
  onTestFinished(() => bench.close())
  return bench
}
