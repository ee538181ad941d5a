import { mkdirSync, writeFileSync } from 'node:fs'
import type { Evidence } from './judge/evidence.ts'
import { judge, type Judgement } from './judge/judge.ts'
import { isBad } from './judge/is-bad.ts'
import { openStage } from './open-stage.ts'
import type { TroubleQueue } from './plan-troubles.ts'
import { runBurst } from './run-burst.ts'
import type { TroublePlan } from './trouble.ts'

export interface StoreRun {
  readonly directory: string
  readonly shared: string
  readonly channels: number
  readonly random: () => number
  readonly queue: TroubleQueue
  readonly onBurst: () => void
}

/**
 * Number of bursts of one store. With more of them each takes longer, because everything told is remembered.
 */
const BURSTS = 10

/**
 * Runs the whole life of one store: bursts with trouble, and two without at the end, in which messages that
 * may not have arrived are made up for.
 */
export async function runStore(run: StoreRun): Promise<Judgement> {
  mkdirSync(run.directory, { recursive: true })
  const stage = await openStage(run)
  const burst = async (plan: TroublePlan): Promise<void> => {
    // Restarted between bursts, which does not count as a kill: a process that has just sent a burst would
    // send the next one slowly.
    await stage.rest()
    await stage.kill()
    await runBurst(plan, { stage, queue: run.queue, random: run.random })
  }
  for (let bursts = 0; bursts < BURSTS; bursts++) {
    const plan = run.queue.next()
    if (plan === null) break
    await burst(plan)
    run.onBurst()
  }
  stage.behave()
  // Two bursts: the next slot makes up for what may not have arrived, but hourly subscriptions have a slot
  // only in every second burst.
  await burst({ kind: 'none' })
  await burst({ kind: 'none' })
  const evidence = await stage.end()
  const judgement = judge(evidence)
  if (judgement.broken.length > 0 || judgement.messages.some(isBad)) keep(evidence, run.directory)
  return judgement
}

/** Writes the evidence to a file for debugging. */
function keep(evidence: Evidence, directory: string): void {
  const text = JSON.stringify(evidence, (_, value: unknown) => (value instanceof Set ? [...value] : value))
  writeFileSync(`${directory}/evidence.json`, text)
}
