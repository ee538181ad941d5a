import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

/** Delay of this thread's timers, in milliseconds. */
export interface LoopDelay {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/**
 * Returns the result of `work` and how late a timer of 1 ms came meanwhile: a person would have waited that
 * long for an acknowledgement.
 */
export async function withLoopDelay<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly delay: LoopDelay }> {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  const value = await work()
  histogram.disable()
  // Node records the time between two ticks, including the resolution asked for.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  return {
    value,
    delay: {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      max: late(histogram.max),
    },
  }
}

const RESOLUTION_MS = 1

/** Measures the delay of an idle thread: what the machine and other programs add. */
export async function idleLoopDelay(): Promise<LoopDelay> {
  return (await withLoopDelay(() => setTimeout(IDLE_MS))).delay
}

const IDLE_MS = 3_000
