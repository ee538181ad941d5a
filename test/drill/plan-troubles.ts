import { CALL_FAULTS, LASTING_FAULTS } from './platform/fault.ts'
import type { Armed } from './points.ts'
import type { TroublePlan } from './trouble.ts'

/**
 * Percentages of kills: `AT_POINTS` at the points of a whole burst, and as many at points of what is left of
 * it; the others at any time, without and with failing calls.
 */
const AT_POINTS = 45
const AT_ANY_TIME = 5
const AMONG_FAULTS = 5

export interface TroubleQueue {
  /** Returns the next trouble, or null when all are done. */
  next(): TroublePlan | null
  /**
   * The plan's kill did not happen because the burst finished first. The point is tried again in the next
   * burst, which may reach it: every second burst has corrections.
   */
  missed(plan: TroublePlan): void
  /** The bot was killed during this trouble (`nameOfTrouble`). */
  killed(trouble: string): void
  /** Number of kills by trouble. */
  readonly kills: ReadonlyMap<string, number>
  isOver(): boolean
}

/** How often a point is tried that bursts do not reach. */
const MOST_TRIES = 3

export interface TroubleWishes {
  readonly kills: number
  /**
   * Number of bursts in which calls fail and nobody is killed. Each fault occurs once before any occurs
   * twice.
   */
  readonly faults: number
  /** Await points, with the number of times that a burst passes each. */
  readonly points: Readonly<Record<string, number>>
}

/**
 * Returns all troubles of a drill in random order. Kills at any time replace those at points that were
 * missed.
 */
export function queueTroubles({ kills, faults, points }: TroubleWishes, random: () => number): TroubleQueue {
  const share = (percent: number): number => Math.round((kills * percent) / 100)
  const kinds = shuffle([...CALL_FAULTS, ...LASTING_FAULTS], random)
  const queue = shuffle<TroublePlan>(
    [
      ...samplePoints(points, share(AT_POINTS)).map((armed) => ({ kind: 'point', armed, tries: 0 }) as const),
      ...Array.from({ length: Math.ceil(share(AT_ANY_TIME) / 2) }, () => ({ kind: 'random' }) as const),
      ...Array.from({ length: Math.ceil(share(AMONG_FAULTS) / 2) }, () => ({ kind: 'mixed' }) as const),
      ...Array.from({ length: faults }, (_, i) => kinds[i % kinds.length])
        .filter((fault) => fault !== undefined)
        .map((fault) => ({ kind: 'fault', fault }) as const),
    ],
    random,
  )
  const done = new Map<string, number>()
  const isEnough = (): boolean => [...done.values()].reduce((sum, times) => sum + times, 0) >= kills
  return {
    next() {
      const planned = queue.shift()
      if (planned !== undefined) return planned
      return !isEnough() ? { kind: random() < 0.5 ? 'random' : 'mixed' } : null
    },
    missed(plan) {
      if (plan.kind === 'point' && plan.tries + 1 < MOST_TRIES)
        queue.unshift({ ...plan, tries: plan.tries + 1 })
    },
    killed: (trouble) => void done.set(trouble, (done.get(trouble) ?? 0) + 1),
    kills: done,
    isOver: () => queue.length === 0 && isEnough(),
  }
}

/** Returns an even sample of all points, with each kind at least once if `wanted` allows. */
export function samplePoints(points: Readonly<Record<string, number>>, wanted: number): readonly Armed[] {
  const kinds = Object.entries(points).sort(([one], [other]) => one.localeCompare(other))
  const all = kinds.flatMap(([point, times]) =>
    Array.from({ length: times }, (_, i) => ({ point, nth: i + 1 })),
  )
  const first =
    wanted >= kinds.length ? kinds.map(([point, times]) => ({ point, nth: Math.ceil(times / 2) })) : []
  const left = wanted - first.length
  const even = Array.from(
    { length: left },
    (_, i) => all[Math.floor(((i + 0.5) * all.length) / left) % all.length],
  )
  return [...first, ...even.filter((one) => one !== undefined)]
}

function shuffle<One>(ones: readonly One[], random: () => number): One[] {
  return ones
    .map((one) => ({ one, rank: random() }))
    .sort((first, second) => first.rank - second.rank)
    .map(({ one }) => one)
}
