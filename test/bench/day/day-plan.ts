import { z } from 'zod'

const DAY_MS = 24 * 3_600_000

/** The size of a day. */
const daySizeSchema = z.object({
  sources: z.number(),
  subscriptions: z.number(),
  articlesADay: z.number(),
  /** Whole days of earlier news in the store. */
  daysBefore: z.number(),
  hours: z.number(),
  /** Minutes between two rounds. The program itself makes one each minute. */
  every: z.number(),
})

export type DaySize = z.infer<typeof daySizeSchema>

/** Plan for the bot of a day. It crosses a process border as JSON. */
export const dayPlanSchema = z.object({
  size: daySizeSchema,
  /** As `Settings.store`; null is SQLite in the data directory. */
  store: z.string().nullable(),
  data: z.string(),
  /** Port of the feeds. Each feed has its own loopback address. */
  port: z.number(),
  /** Beginning of the day. */
  from: z.number(),
})

export type DayPlan = z.infer<typeof dayPlanSchema>

/** Orders to the bot. Each is answered by one message. */
export const dayOrderSchema = z.discriminatedUnion('kind', [
  /** Do everything due at this time. */
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
  /** Errors. */
  faults: z.array(z.string()),
})

export type Done = z.infer<typeof doneSchema>

/** Memory in megabytes after garbage collection. */
const memorySchema = z.object({
  /** Peak resident memory of the whole process in that hour, before collection. */
  most: z.number(),
  /** Resident memory of the whole process, the minimum of some seconds. */
  resident: z.number(),
  /** Heap of the main thread. */
  heap: z.number(),
  /** Heaps of all other threads. */
  threads: z.number(),
  /** Buffers and other memory of all threads outside the heaps, without the caches of SQLite. */
  external: z.number(),
})

export type DayMemory = z.infer<typeof memorySchema>

export const dayWordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('done'), done: doneSchema }),
  z.object({ kind: z.literal('measured'), memory: memorySchema }),
])

export type DayWord = z.infer<typeof dayWordSchema>

/** Returns the earliest time of the news in such a store. */
export const beginsAt = ({ from, size }: Pick<DayPlan, 'from' | 'size'>): number =>
  from - size.daysBefore * DAY_MS

/**
 * Returns the feed's address. Each source has its own loopback address, because politeness limits apply per
 * host.
 */
export const feedOf = (source: number, port: number): string =>
  `http://127.1.${source >> 8}.${source & 255}:${port}/feed-${source}`
