import type { Judged } from './judge/judge.ts'
import { countPoints } from './count-points.ts'
import { queueTroubles } from './plan-troubles.ts'
import { randomNumbers } from './random-numbers.ts'
import { runStore } from './run-store.ts'

export interface DrillOptions {
  readonly kills: number
  /** Number of bursts in which calls fail. */
  readonly faults: number
  readonly seed: number
  /** Directory for the files of this drill. */
  readonly directory: string
  /** Number of stores at the same time. */
  readonly atOnce: number
  /** Number of channels on each platform. */
  readonly channels: number
  readonly onProgress?: (kills: number, bursts: number) => void
}

export interface DrillReport {
  /** Number of kills by trouble. */
  readonly kills: Readonly<Record<string, number>>
  /** How often a burst without trouble passes each await point. */
  readonly points: Readonly<Record<string, number>>
  readonly messages: readonly Judged[]
  /** Other broken promises. */
  readonly broken: readonly string[]
}

/**
 * Counts the await points of a burst, then kills the bot at them or makes its calls fail, in one store after
 * the other, and judges what readers received.
 */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const { kills, faults, seed, directory, channels } = options
  const points = await countPoints(directory, channels, randomNumbers(seed))
  const queue = queueTroubles({ kills, faults, points }, randomNumbers(seed + 1))
  const messages: Judged[] = []
  const broken: string[] = []
  let stores = 0
  let bursts = 0

  async function runStores(): Promise<void> {
    while (!queue.isOver()) {
      stores += 1
      const store = stores
      const judgement = await runStore({
        directory: `${directory}/store-${store}`,
        shared: directory,
        channels,
        random: randomNumbers(seed * 1_000 + store),
        queue,
        onBurst: () => options.onProgress?.(sumOf(queue.kills.values()), (bursts += 1)),
      })
      messages.push(...judgement.messages)
      broken.push(...judgement.broken.map((text) => `store ${store}: ${text}`))
    }
  }

  await Promise.all(Array.from({ length: options.atOnce }, runStores))
  return { kills: Object.fromEntries(queue.kills), points, messages, broken }
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, one) => sum + one, 0)
