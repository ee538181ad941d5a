import PQueue from 'p-queue'
import { Piscina } from 'piscina'

export interface ThreadLimits {
  /** Number of worker threads. Default 1. */
  readonly threads?: number
  /** A task that takes longer is given up and its thread terminated. Default 10 s. */
  readonly deadlineMs?: number
  /** Heap of a thread; a task that needs more is terminated. Default 512 MB. */
  readonly memoryMb?: number
  /** An idle thread ends after this time, and the next task starts a new one. Default 30 s. */
  readonly idleMs?: number
  /** Passed to the module as `workerData` of `node:worker_threads`. */
  readonly data?: unknown
}

/** A task was terminated with its thread; the text says why. */
export interface Killed {
  readonly status: 'killed'
  readonly text: string
}

/** Worker threads that are terminated and replaced if a task takes too much time or memory. */
export interface KillableThreads<Task, Answer> {
  /** Never rejects. */
  run(task: Task): Promise<Answer | Killed>
  close(): Promise<void>
}

/** `worker` is the module whose default export does the task. With `warm`, threads start at once and stay. */
export function createKillableThreads<Task, Answer>(
  worker: URL,
  limits: ThreadLimits & { readonly warm: boolean },
): KillableThreads<Task, Answer> {
  const { threads = 1, deadlineMs = 10_000, memoryMb = 512, idleMs = 30_000, data, warm } = limits
  const pool = new Piscina<Task, Answer>({
    filename: worker.href,
    minThreads: warm ? threads : 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  const waiting = new Set<AbortController>()
  // Emitted when a thread could not start: tasks waiting for it would wait until their deadline.
  pool.on('error', (error) => {
    for (const one of waiting) one.abort(error)
  })
  // One task per thread, so that waiting does not count against a task's deadline.
  const queue = new PQueue({ concurrency: threads })

  async function attempt(task: Task): Promise<Answer | Killed> {
    const deadline = AbortSignal.timeout(deadlineMs)
    const threadless = new AbortController()
    waiting.add(threadless)
    try {
      return await pool.run(task, { signal: AbortSignal.any([deadline, threadless.signal]) })
    } catch (thrown) {
      const error: unknown = threadless.signal.aborted ? threadless.signal.reason : thrown
      const reason = deadline.aborted
        ? `took longer than ${deadlineMs / 1000} s`
        : `ended its thread (${error instanceof Error ? error.message : String(error)})`
      return { status: 'killed', text: `It was stopped, for it ${reason}.` }
    } finally {
      waiting.delete(threadless)
    }
  }

  return {
    run: (task) => queue.add(() => attempt(task)),
    close: () => pool.destroy(),
  }
}
