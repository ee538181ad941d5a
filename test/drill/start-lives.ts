import type { DrillPlan } from './drill-plan.ts'
import type { Kill } from './judge/evidence.ts'
import type { Armed } from './points.ts'
import { startLife, type Life } from './start-life.ts'

export interface LivesTools {
  /** Directory shared by all stores. */
  readonly shared: string
  readonly plan: (armed: Armed | null) => DrillPlan
  readonly complain: (text: string) => void
}

/** The processes of one store's bot, one after the other. */
export interface Lives {
  /** The process started last. */
  current(): Life | null
  /** Number of processes started. */
  count(): number
  readonly kills: readonly Kill[]
  /** Times of the clock at which one of them had decided everything due. */
  readonly decidedAt: readonly number[]
  /** Starts the next process; none may be running. Returns false if it ended before it was at work. */
  start(armed: Armed | null): Promise<boolean>
  kill(): Promise<void>
  /** Lets the last process end by itself. */
  end(): Promise<void>
}

export function startLives({ shared, plan, complain }: LivesTools): Lives {
  const kills: Kill[] = []
  const decidedAt: number[] = []
  let life: Life | null = null
  let count = 0
  let isEnding = false

  function note(life: number, wasKilled: boolean): void {
    if (wasKilled) kills.push({ life, at: Date.now() })
    else if (!isEnding) complain(`the bot ended by itself in its life ${life}`)
  }

  return {
    current: () => life,
    count: () => count,
    kills,
    decidedAt,
    async start(armed) {
      // A process that was just killed holds the store until it has ended.
      await life?.ended
      count += 1
      const number = count
      const started = startLife(plan(armed), {
        directory: shared,
        onDecided: (at) => void decidedAt.push(at),
        onFault: complain,
      })
      life = started
      void started.ended.then((wasKilled) => note(number, wasKilled))
      return started.ready
    },
    async kill() {
      life?.kill()
      await life?.ended
    },
    async end() {
      isEnding = true
      if ((await life?.stop()) === true) complain('the bot did not end when it was asked to')
    },
  }
}
