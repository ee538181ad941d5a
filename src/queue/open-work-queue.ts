import { setTimeout as wait } from 'node:timers/promises'
import type { PgBoss, Queue } from 'pg-boss'

/**
 * Kinds of jobs: `read` carries ids of sources that are due, `deliver-PLATFORM` destinations that something
 * is due for.
 */
type QueueName = 'read' | `deliver-${string}`

interface Job {
  /**
   * Id of a source, or a destination. Across all processes, at most one job with a key waits or is worked
   * on.
   */
  readonly key: string
  /** Across all processes, at most one job of a group is worked on. The group of a source is its host. */
  readonly group?: string
  /** It goes before others. */
  readonly isUrgent?: boolean
}

export interface WorkQueue {
  /**
   * Queues what is due; jobs already queued stay as they are. False while nothing can be queued; the caller
   * then looks through the tables again a little later.
   */
  offer(queue: QueueName, jobs: readonly Job[]): Promise<boolean>
  /**
   * Starts working on jobs, `atOnce` at a time. A job whose `work` rejects is tried again, later each time.
   */
  work(queue: QueueName, atOnce: number, work: (key: string) => Promise<void>): void
  /** Looks for jobs now, not at the next interval. */
  nudge(): void
  /** Begins nothing new; resolves once what is under way has ended. */
  stop(): Promise<void>
}

export interface WorkQueueTools {
  /** Address of the PostgreSQL server: `postgres://…`. */
  readonly url: string
  readonly log: { warn(fields: object, text: string): void }
}

/** Milliseconds between two looks at an empty queue. */
const POLL_MS = 1_000

/** Milliseconds between tries to restart while the server does not answer. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/**
 * After this time without a heartbeat a worker is dead and its jobs go to others: the minimum of pg-boss, in
 * seconds.
 */
const SILENT_SECONDS = 10
const BEAT_MS = 3_000

/** How long finished jobs are kept, in seconds: they need not be remembered. */
const DONE_SECONDS = 600

const QUEUE_OPTIONS: Omit<Queue, 'name'> = {
  policy: 'exclusive',
  heartbeatSeconds: SILENT_SECONDS,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: DONE_SECONDS,
}

interface Worker {
  readonly queue: QueueName
  readonly atOnce: number
  readonly work: (key: string) => Promise<void>
}

/**
 * Carries ids with pg-boss from the process that finds something due to the one that does it. What is due is
 * recorded in our own tables. When pg-boss ends or the server is gone, it is restarted after growing pauses,
 * and its jobs are found in the tables again.
 */
export function openWorkQueue({ url, log }: WorkQueueTools): WorkQueue {
  const stopping = new AbortController()
  const workers: Worker[] = []
  let boss: PgBoss | null = null
  let pause = FIRST_PAUSE_MS
  let nudged = Promise.withResolvers<void>()

  /** One life of pg-boss: resolves when it ended, rejects if something ended it. */
  async function runUntilEnded(): Promise<void> {
    const { PgBoss: Boss } = await import('pg-boss')
    const own = new Boss({
      connectionString: url,
      application_name: 'dragoman-queue',
      max: 4,
      schedule: false,
      superviseIntervalSeconds: SILENT_SECONDS / 2,
      monitorIntervalSeconds: SILENT_SECONDS / 2,
    })
    const ended = Promise.withResolvers<void>()
    ended.promise.catch(() => undefined)
    // Reports problems of its maintenance, which it retries itself.
    own.on('error', (error) => log.warn({ err: error }, 'the queue has trouble'))
    own.on('stopped', () => ended.reject(new Error('pg-boss ended')))
    const living = new AbortController()
    const signal = AbortSignal.any([living.signal, stopping.signal])
    const known = new Set<string>()
    try {
      await own.start()
      boss = own
      pause = FIRST_PAUSE_MS
      const working = new Map<Worker, Promise<void>>()
      while (!signal.aborted) {
        for (const worker of workers.filter((one) => !working.has(one))) {
          await makeQueue(own, worker.queue, known)
          const worked = workOn(own, worker, signal)
          worked.catch(ended.reject)
          working.set(worker, worked)
        }
        await Promise.race([ended.promise, wait(POLL_MS, undefined, { signal }).catch(() => undefined)])
      }
      await Promise.all(working.values())
    } finally {
      living.abort()
      boss = null
      await own.stop({ graceful: false, close: true }).catch(() => undefined)
    }
  }

  /** Works on one kind of job until stopped; resolves once what is under way has ended. */
  async function workOn(own: PgBoss, { queue, atOnce, work }: Worker, signal: AbortSignal): Promise<void> {
    const underWay = new Map<string, Promise<void>>()
    const beating = beat(own, queue, underWay, signal)
    while (!signal.aborted) {
      const free = atOnce - underWay.size
      const jobs =
        free === 0
          ? []
          : await own.fetch<{ readonly key: string }>(queue, { batchSize: free, groupConcurrency: 1 })
      for (const { id, data } of jobs) {
        const done = work(data.key)
          .then(
            () => own.complete(queue, id),
            (error: unknown) =>
              own.fail(queue, id, { reason: error instanceof Error ? error.name : 'fault' }),
          )
          // The server is gone: the job is found in the tables again.
          .then(
            () => undefined,
            () => undefined,
          )
          .finally(() => underWay.delete(id))
        underWay.set(id, done)
      }
      if (jobs.length > 0 && underWay.size < atOnce) continue
      const looking = new AbortController()
      const next = wait(POLL_MS, undefined, { signal: AbortSignal.any([looking.signal, signal]) })
      // A finished job makes room, also for others of its group.
      await Promise.race([next.catch(() => undefined), nudged.promise, ...underWay.values()])
      looking.abort()
    }
    await Promise.all(underWay.values())
    await beating
  }

  const ready = new Set<string>()
  async function supervise(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await runUntilEnded()
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ err: error, retryInMs: pause }, 'the queue is begun again')
      }
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  }
  // Started on first use: processes without jobs (an editor, our pages) neither load pg-boss nor hold
  // connections for it.
  let supervised: Promise<void> | null = null
  const begin = (): void => void (supervised ??= supervise())

  return {
    async offer(queue, jobs) {
      begin()
      const own = boss
      if (own === null || stopping.signal.aborted) return false
      try {
        if (!ready.has(queue)) await own.createQueue(queue, QUEUE_OPTIONS)
        ready.add(queue)
        for (let at = 0; at < jobs.length; at += OFFERED_AT_ONCE)
          await own.insert(
            queue,
            jobs.slice(at, at + OFFERED_AT_ONCE).map(({ key, group, isUrgent = false }) => ({
              data: { key },
              singletonKey: key,
              priority: isUrgent ? 1 : 0,
              ...(group !== undefined && { group: { id: group } }),
            })),
          )
        return true
      } catch {
        return false
      }
    },
    work(queue, atOnce, work) {
      workers.push({ queue, atOnce, work })
      begin()
    },
    nudge() {
      nudged.resolve()
      nudged = Promise.withResolvers()
    },
    async stop() {
      stopping.abort()
      await supervised
    },
  }
}

const OFFERED_AT_ONCE = 500

/** Sends heartbeats for the jobs under way. */
async function beat(
  own: PgBoss,
  queue: QueueName,
  underWay: ReadonlyMap<string, unknown>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted || underWay.size > 0) {
    await wait(BEAT_MS, undefined, { ref: false, ...(underWay.size === 0 && { signal }) }).catch(
      () => undefined,
    )
    if (underWay.size > 0) await own.touch(queue, [...underWay.keys()]).catch(() => undefined)
  }
}

async function makeQueue(own: PgBoss, queue: QueueName, known: Set<string>): Promise<void> {
  if (known.has(queue)) return
  await own.createQueue(queue, QUEUE_OPTIONS)
  known.add(queue)
}
