import { setTimeout as wait } from 'node:timers/promises'
import type { PgBoss, Queue } from 'pg-boss'

/** What is carried: `read` the ids of sources that are due, `deliver PLATFORM` destinations that something is due for. */
type Carried = 'read' | `deliver-${string}`

interface Load {
  /** Of a source, or a destination: at most one load with it waits or is worked on, in all processes. */
  readonly key: string
  /** Of those with the same one at most one is worked on, in all processes: the host of a source. */
  readonly group?: string
  /** It goes before others. */
  readonly isUrgent?: boolean
}

export interface Carrier {
  /** Hands on what is due. What is on its way already stays so. False while nothing can be carried: whoever offers looks through the tables again a little later. */
  offer(carried: Carried, loads: readonly Load[]): Promise<boolean>
  /** From now on does the work of loads, so many at once. What `work` throws is tried again, later each time. */
  work(carried: Carried, atOnce: number, work: (key: string) => Promise<void>): void
  /** Looks now, not at the next turn. */
  nudge(): void
  /** Ends once what is under way has ended; begins nothing else. */
  stop(): Promise<void>
}

export interface CarrierTools {
  /** Of the server: `postgres://…`. */
  readonly url: string
  readonly log: { warn(fields: object, text: string): void }
}

/** Between two looks at a queue that was empty, in milliseconds. */
const LOOK_MS = 1_000

/** Between tries to begin again where the server does not answer, in milliseconds. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/** A worker that is not heard of for so long has died, and its loads go to others: the least that pg-boss takes, in seconds. */
const SILENT_SECONDS = 10
const BEAT_MS = 3_000

/** Who has done its work need not be remembered; in seconds. */
const DONE_SECONDS = 600

const QUEUE: Omit<Queue, 'name'> = {
  policy: 'exclusive',
  heartbeatSeconds: SILENT_SECONDS,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: DONE_SECONDS,
}

interface Post {
  readonly carried: Carried
  readonly atOnce: number
  readonly work: (key: string) => Promise<void>
}

/**
 * pg-boss, which carries ids from whoever finds that something is due to whoever does it; what is due stands in our tables. It is begun again, later each time, when it
 * ends or the server is gone: then what it carried is found in the tables once more.
 */
export function openCarrier({ url, log }: CarrierTools): Carrier {
  const stopping = new AbortController()
  const posts: Post[] = []
  let boss: PgBoss | null = null
  let pause = FIRST_PAUSE_MS
  let nudged = Promise.withResolvers<void>()

  /** One life of pg-boss: settles when it ended, and rejects where something ended it. */
  async function live(): Promise<void> {
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
    // Told of what went wrong in its upkeep, which it tries again by itself.
    own.on('error', (error) => log.warn({ err: error }, 'the queue has trouble'))
    own.on('stopped', () => ended.reject(new Error('pg-boss ended')))
    const living = new AbortController()
    const signal = AbortSignal.any([living.signal, stopping.signal])
    const known = new Set<string>()
    try {
      await own.start()
      boss = own
      pause = FIRST_PAUSE_MS
      const working = new Map<Post, Promise<void>>()
      while (!signal.aborted) {
        for (const post of posts.filter((one) => !working.has(one))) {
          await makeQueue(own, post.carried, known)
          const worked = attend(own, post, signal)
          worked.catch(ended.reject)
          working.set(post, worked)
        }
        await Promise.race([ended.promise, wait(LOOK_MS, undefined, { signal }).catch(() => undefined)])
      }
      await Promise.all(working.values())
    } finally {
      living.abort()
      boss = null
      await own.stop({ graceful: false, close: true }).catch(() => undefined)
    }
  }

  /** Works at one post until it is told to stop, and then until what is under way has ended. */
  async function attend(own: PgBoss, { carried, atOnce, work }: Post, signal: AbortSignal): Promise<void> {
    const underWay = new Map<string, Promise<void>>()
    const beating = beat(own, carried, underWay, signal)
    while (!signal.aborted) {
      const free = atOnce - underWay.size
      const jobs =
        free === 0
          ? []
          : await own.fetch<{ readonly key: string }>(carried, { batchSize: free, groupConcurrency: 1 })
      for (const { id, data } of jobs) {
        const done = work(data.key)
          .then(
            () => own.complete(carried, id),
            (error: unknown) =>
              own.fail(carried, id, { reason: error instanceof Error ? error.name : 'fault' }),
          )
          // The server is gone: the next life finds it in the tables.
          .then(
            () => undefined,
            () => undefined,
          )
          .finally(() => underWay.delete(id))
        underWay.set(id, done)
      }
      if (jobs.length > 0 && underWay.size < atOnce) continue
      const looking = new AbortController()
      const next = wait(LOOK_MS, undefined, { signal: AbortSignal.any([looking.signal, signal]) })
      // What ends makes room, also for others of its group.
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
        await live()
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ err: error, retryInMs: pause }, 'the queue is begun again')
      }
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  }
  // An editor and our pages carry nothing: they neither load it nor hold connections for it.
  let supervised: Promise<void> | null = null
  const begin = (): void => void (supervised ??= supervise())

  return {
    async offer(carried, loads) {
      begin()
      const own = boss
      if (own === null || stopping.signal.aborted) return false
      try {
        if (!ready.has(carried)) await own.createQueue(carried, QUEUE)
        ready.add(carried)
        for (let at = 0; at < loads.length; at += OFFERED_AT_ONCE)
          await own.insert(
            carried,
            loads.slice(at, at + OFFERED_AT_ONCE).map(({ key, group, isUrgent = false }) => ({
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
    work(carried, atOnce, work) {
      posts.push({ carried, atOnce, work })
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

/** Says that what is under way is worked on still. */
async function beat(
  own: PgBoss,
  carried: Carried,
  underWay: ReadonlyMap<string, unknown>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted || underWay.size > 0) {
    await wait(BEAT_MS, undefined, { ref: false, ...(underWay.size === 0 && { signal }) }).catch(
      () => undefined,
    )
    if (underWay.size > 0) await own.touch(carried, [...underWay.keys()]).catch(() => undefined)
  }
}

async function makeQueue(own: PgBoss, carried: Carried, known: Set<string>): Promise<void> {
  if (known.has(carried)) return
  await own.createQueue(carried, QUEUE)
  known.add(carried)
}
