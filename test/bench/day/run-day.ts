import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createBot } from '../../../src/bot.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { openNewsroom } from '../../../src/newsroom.ts'
import { anAsker } from '../../fakes/asker.ts'
import { memoryOf } from '../scale/process-figures.ts'
import { answeringAtOnce } from '../answering-at-once.part.ts'
import { collectEverywhere } from './collect-everywhere.ts'
import { dayNews } from './day-news.ts'
import { dayOrderSchema, dayPlanSchema, type DayMemory, type DayWord, type Done } from './day-plan.ts'
import { daySettings } from './day-settings.ts'

/**
 * Run by the bench as a separate process, so that its memory holds nothing else: the bot with its store,
 * reader, analysis threads, grouper, decider, sender and commands, in rounds as its clock is moved. Only the
 * platform is missing: messages arrive at once.
 */
const plan = dayPlanSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const { size, from } = plan
const tell = (word: DayWord): void => void process.send?.(word)

/** A bounded store: what leaves it leaves memory as well. */
const KEEP_DAYS = 8
const TIDY_HOURS = 12

/** People ask in many places, all day long. */
const ASKS = [
  'latest',
  'search election',
  'search "prime minister" since:3d',
  'what happened in Syria since yesterday?',
  'latest topic:sport',
  'sources',
  'upcoming',
  'trends Ukraine',
  'wer sagte was über die Wahl?',
  'Ukrayna',
] as const
const ASKS_A_ROUND = 1

let now = from
const { languages } = dayNews({ ...size, from, days: 0 })
const newsroom = await openNewsroom(daySettings(plan, languages), {
  now: () => now,
  exclusive: true,
  isLasting: true,
})
const { store, desk, view } = newsroom
const commands = allCommands(view)
const bot = createBot({
  desk,
  store,
  requests: [],
  subscriptions: () => store.subscriptions(),
  settings: view.settings,
  adapters: [answeringAtOnce()],
  now: () => now,
})
let asked = 0

async function ask(): Promise<void> {
  const text = ASKS[asked % ASKS.length] ?? ''
  const channel = `terminal:c${asked % size.subscriptions}`
  asked += 1
  await commands.answer(commands.read(text), anAsker({ user: `u${asked % 2_000}`, channel }))
}

async function round(at: number): Promise<Done> {
  now = at
  const read = await bot.read()
  const { decided, faults } = await bot.decide()
  const { sent, failed, rejected } = await bot.deliver()
  for (let n = 0; n < ASKS_A_ROUND; n++) await ask()
  const minutes = (at - from) / 60_000
  if (minutes % (TIDY_HOURS * 60) === 0) await bot.tidy({ keepDays: KEEP_DAYS })
  return {
    reads: read.read + read.unchanged,
    articles: read.newArticles,
    decided,
    sent: sent.length,
    asked: ASKS_A_ROUND,
    faults: [
      ...read.failures.map(({ sourceId, failure }) => `${sourceId}: ${failure.text}`),
      ...faults.map(({ error }) => String(error)),
      ...failed.map(({ reason }) => reason),
      ...rejected.map(({ reason }) => reason),
    ],
  }
}

const mb = (bytes: number): number => Math.round(bytes / 1e6)

/**
 * Resident memory is the minimum of some readings, because the system takes back released memory a little
 * later.
 */
const LOOKS = 5
const BETWEEN_LOOKS_MS = 500

async function measure(): Promise<DayMemory> {
  const { most } = memoryOf(process.pid)
  const threads = await collectEverywhere()
  const { heapUsed, external } = process.memoryUsage()
  let resident = Number.POSITIVE_INFINITY
  for (let look = 0; look < LOOKS; look++) {
    await wait(BETWEEN_LOOKS_MS)
    resident = Math.min(resident, process.memoryUsage.rss())
  }
  // Resets the peak for the next hour: https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html
  writeFileSync('/proc/self/clear_refs', '5')
  return {
    most,
    resident: mb(resident),
    heap: mb(heapUsed),
    threads: mb(threads.heap),
    external: mb(external + threads.external),
  }
}

process.on('message', (text) => {
  const order = dayOrderSchema.parse(text)
  switch (order.kind) {
    case 'round':
      return void round(order.at).then((done) => tell({ kind: 'done', done }), end)
    case 'measure':
      return void measure().then((memory) => tell({ kind: 'measured', memory }), end)
    case 'stop':
      return void newsroom.close().then(() => process.disconnect?.(), end)
    default:
      return order satisfies never
  }
})

/** Ends the process with the reason, so that whoever waits for an answer sees it. */
function end(fault: unknown): void {
  console.error(fault)
  process.exit(1)
}

tell({ kind: 'ready' })
