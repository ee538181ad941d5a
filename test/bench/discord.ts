import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { z } from 'zod'
import { createSender } from '../../src/delivery/create-sender.ts'
import { chatTools } from '../fakes/chat-tools.ts'
import { asking } from '../fakes/discord/asking.ts'
import { newsroomOnDiscord } from '../fakes/discord/newsroom-on-discord.ts'
import { discordAdapter } from '../fakes/discord/discord-bench.ts'
import { NO_COMMANDS } from '../fakes/commands.ts'
import { MESSAGES } from '../fakes/messages.ts'

const GUILDS = 2_500
const CHANNELS_EACH = 20
const DUE = 2_000

const MB = 1_048_576

/** Minimum time under the rate limit of fifty calls a second. */
const LEAST_SECONDS = DUE / 50

const tally = z.object({ shown: z.number(), channels: z.number(), refused: z.number() })

/**
 * Measures the memory on 2,500 servers and the time to brief 2,000 channels under Discord's rate limits,
 * beside the minimum that these allow.
 */
export async function run(): Promise<void> {
  await suggest()
  setFlagsFromString('--expose-gc')
  const peer = fork(new URL('./discord-peer.part.ts', import.meta.url), [
    String(GUILDS),
    String(CHANNELS_EACH),
  ])
  try {
    const { api } = z.object({ api: z.string() }).parse(await next(peer))
    const tools = await chatTools()
    const adapter = discordAdapter({ api }, tools)
    const before = memory()
    await adapter.start(NO_COMMANDS)
    const after = memory()
    console.log(
      `  ${GUILDS} servers with ${CHANNELS_EACH} channels each: heap +${inMB(after.heapUsed - before.heapUsed)}, resident ${inMB(after.rss)} (before ${inMB(before.rss)})`,
    )
    const { store } = tools
    const at = Date.now()
    for (let index = 0; index < DUE; index++)
      await store.decide({
        outboxId: `row ${index}`,
        subscription: `s${index}`,
        destination: `discord:2${String(index).padStart(17, '0')}/3${String(index).padStart(12, '0')}00000`,
        slot: 'morning',
        at,
        message: MESSAGES.briefing,
        told: [],
      })
    const sender = createSender({
      outbox: store,
      adapters: [adapter],
      owners: { ofDestination: async () => [], ofSubscription: async () => null },
      now: Date.now,
      random: Math.random,
    })
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const begun = performance.now()
    let sent = 0
    let postponed = 0
    while (sent < DUE && performance.now() - begun < 300_000) {
      const report = await sender.deliver()
      sent += report.sent.length
      postponed += report.postponed.length
    }
    const seconds = (performance.now() - begun) / 1000
    delay.disable()
    peer.send('count')
    const { shown, channels, refused } = tally.parse(await next(peer))
    console.log(
      `  ${DUE} channels due at once: ${seconds.toFixed(1)} s, ${(seconds / LEAST_SECONDS).toFixed(2)} times the ${LEAST_SECONDS} s that the rates allow at best`,
    )
    console.log(
      `  lost ${DUE - channels}, doubled ${shown - channels}, refused for their rate (429) ${refused}, postponed ${postponed}, event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms`,
    )
    await adapter.stop()
    await store.close()
  } finally {
    peer.kill()
  }
}

/** Number of autocompletions, one after the other. The choices come from the vocabulary that ships. */
const TYPINGS = 300
const TYPED = ['', 's', 'sy', 'syr', 'mid', 'türk', 'ira', 'united', 'zz', 'سور']

/**
 * Measures the time from the gateway's event to the choices' arrival at Discord, on real sockets. Until then
 * people see an empty list.
 */
async function suggest(): Promise<void> {
  const { discord, close } = await newsroomOnDiscord()
  const times: number[] = []
  try {
    for (let index = 0; index < TYPINGS; index++) {
      const typed = TYPED[index % TYPED.length] ?? ''
      const option = index % 2 === 0 ? 'what' : 'country'
      const begun = performance.now()
      const asked = asking(discord).typing('briefing', option, typed)
      while (asked.callback === null) await new Promise((resolve) => setImmediate(resolve))
      times.push(performance.now() - begun)
    }
  } finally {
    await close()
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  console.log(
    `  ${TYPINGS} times what is offered while somebody types: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms (100 ms are the aim)`,
  )
}

async function next(peer: ChildProcess): Promise<unknown> {
  const [said]: unknown[] = await once(peer, 'message')
  return said
}

function memory(): NodeJS.MemoryUsage {
  runInNewContext('gc()')
  return process.memoryUsage()
}

const inMB = (bytes: number): string => `${(bytes / MB).toFixed(0)} MB`
