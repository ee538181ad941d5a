import { CALL_FAULTS, LASTING_FAULTS } from './platform/fault.ts'
import type { Armed } from './points.ts'
import type { TroublePlan } from './trouble.ts'

/** Of a hundred kills so many stand at points of a whole burst, each in turn; as many follow at points of what is left of it; the others come at any time. */
const AT_POINTS = 45
const AT_ANY_TIME = 5
const AMONG_FAULTS = 5

export interface TroubleQueue {
  /** Null when all is done that was asked for. */
  next(): TroublePlan | null
  /** It was not killed there: the burst was over before. The next one may come to that point: every second has corrections. */
  missed(plan: TroublePlan): void
  /** It was killed while this was done to it (`nameOfTrouble`). */
  killed(trouble: string): void
  /** How often, by what was done. */
  readonly kills: ReadonlyMap<string, number>
  isOver(): boolean
}

/** So often is a point tried that a burst did not come to. */
const MOST_TRIES = 3

export interface TroubleWishes {
  readonly kills: number
  /** Bursts in which calls fail and nobody is killed: one for each fault before the second of any. */
  readonly faults: number
  /** Await points, with how often a burst passes each. */
  readonly points: Readonly<Record<string, number>>
}

/** All troubles of a drill, in an order of chance. More kills at any time follow where points were missed. */
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

/** So many of all points, evenly, and each kind at least once where that many are asked for. */
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
