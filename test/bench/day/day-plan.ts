import { z } from 'zod'

const DAY_MS = 24 * 3_600_000

/** How large a day is. */
const daySizeSchema = z.object({
  sources: z.number(),
  subscriptions: z.number(),
  articlesADay: z.number(),
  /** Whole days of news that the store holds before. */
  daysBefore: z.number(),
  hours: z.number(),
  /** Between two rounds, in minutes: the program makes one each minute. */
  every: z.number(),
})

export type DaySize = z.infer<typeof daySizeSchema>

/** What the bot of a day is told; it crosses a process border as JSON. */
export const dayPlanSchema = z.object({
  size: daySizeSchema,
  /** As `Settings.store`; null is SQLite in the data directory. */
  store: z.string().nullable(),
  data: z.string(),
  /** Port of the feeds, each of which has an address of loopback to itself. */
  port: z.number(),
  /** When the day begins. */
  from: z.number(),
})

export type DayPlan = z.infer<typeof dayPlanSchema>

/** What the world tells the bot: each order is answered by one word. */
export const dayOrderSchema = z.discriminatedUnion('kind', [
  /** It is that time: do all that is due. */
  z.object({ kind: z.literal('round'), at: z.number() }),
  z.object({ kind: z.literal('measure') }),
  z.object({ kind: z.literal('stop') }),
])

export type DayOrder = z.infer<typeof dayOrderSchema>

/** What was done in some rounds. */
const doneSchema = z.object({
  reads: z.number(),
  articles: z.number(),
  decided: z.number(),
  sent: z.number(),
  asked: z.number(),
  /** What went wrong. */
  faults: z.array(z.string()),
})

export type Done = z.infer<typeof doneSchema>

/** Memory after everything that nobody holds was collected, in megabytes. */
const memorySchema = z.object({
  /** Resident, of the whole process: the most in that hour, before. */
  most: z.number(),
  /** Resident, of the whole process: the least of some seconds. */
  resident: z.number(),
  /** Heap of the main thread. */
  heap: z.number(),
  /** Heaps of all other threads. */
  threads: z.number(),
  /** Buffers and what else of all threads stands outside the heaps; the caches of SQLite are not in it. */
  external: z.number(),
})

export type DayMemory = z.infer<typeof memorySchema>

export const dayWordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('done'), done: doneSchema }),
  z.object({ kind: z.literal('measured'), memory: memorySchema }),
])

export type DayWord = z.infer<typeof dayWordSchema>

/** The first moment of the news that a store of such a day holds. */
export const beginsAt = ({ from, size }: Pick<DayPlan, 'from' | 'size'>): number =>
  from - size.daysBefore * DAY_MS

/** An address of loopback for each source: politeness goes by host. */
export const feedOf = (source: number, port: number): string =>
  `http://127.1.${source >> 8}.${source & 255}:${port}/feed-${source}`
