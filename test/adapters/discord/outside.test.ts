import { afterEach, beforeEach, expect, it } from 'vitest'
import { renderMessage } from '../../../adapters/discord/render.ts'
import type { Message } from '../../../src/records/message.ts'
import { echoing } from '../../fakes/commands.ts'
import { asking } from '../../fakes/discord/asking.ts'
import { openDiscordBench, type DiscordBench } from '../../fakes/discord/discord-bench.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

/** On a server without the bot, Discord allows the answer and five more messages. */
const outside = { guild: '200000000000000099', channel: '300000000000000099', isOutside: true }

const briefing: Message = { kind: 'briefing', briefing: aWorstDay() }

let bench: DiscordBench
beforeEach(async () => {
  bench = await openDiscordBench()
  await bench.adapter.start(echoing(() => Promise.resolve({ kind: 'briefing', briefing: aWorstDay() })))
})
afterEach(() => bench.close())

it('tells an answer of many parts in six messages outside, the last of which says how many more there are', async () => {
  const whole = renderMessage(briefing, { secret: 's', topicName: () => undefined, threads: false }).main
    .length
  expect(whole).toBeGreaterThan(6)
  const asked = asking(bench.discord, outside).news('search')
  await expect.poll(() => asked.followUps.length, { timeout: 20_000 }).toBe(5)
  expect(JSON.stringify(asked.followUps.at(-1)?.body)).toContain(`${whole - 5} more messages`)
  expect([asked.original, ...asked.followUps].every((message) => message?.isEphemeral === true)).toBe(true)
  // Stopping waits for what is in progress: nothing more was tried.
  await bench.adapter.stop()
  expect(asked.followUps).toHaveLength(5)
  expect(bench.tools.logged.filter(({ level }) => level === 'warn')).toEqual([])
})
