import { mkdirSync } from 'node:fs'
import { judge, type Judgement } from './judge/judge.ts'
import { openStage } from './open-stage.ts'
import type { TroubleQueue } from './plan-troubles.ts'
import { runBurst } from './run-burst.ts'

export interface StoreRun {
  readonly directory: string
  readonly shared: string
  readonly channels: number
  readonly random: () => number
  readonly queue: TroubleQueue
  readonly onBurst: () => void
}

/** Bursts of one store: with more of them each takes longer, since all that it told is remembered. */
const BURSTS = 8

/** By the clock, in milliseconds. */
const HOUR = 3_600_000

/** The whole life of one store: a first briefing, bursts with trouble, and at the end some without, in which comes again what may not have arrived. */
export async function runStore(run: StoreRun): Promise<Judgement> {
  mkdirSync(run.directory, { recursive: true })
  const stage = await openStage(run)
  const burst = (plan: Parameters<typeof runBurst>[0]) =>
    runBurst(plan, { stage, queue: run.queue, random: run.random })
  await burst({ kind: 'none' })
  for (let bursts = 0; bursts < BURSTS; bursts++) {
    const plan = run.queue.next()
    if (plan === null) break
    // At rest, and not counted: a process that has just sent a burst would send the next one slowly.
    await stage.kill()
    await burst(plan)
    run.onBurst()
  }
  stage.behave()
  await burst({ kind: 'none' })
  // Those who are told by the hour are told again in the next one.
  stage.moveTo((Math.floor(stage.now() / HOUR) + 1) * HOUR - HOUR / 4)
  await burst({ kind: 'none' })
  return judge(await stage.end())
}
