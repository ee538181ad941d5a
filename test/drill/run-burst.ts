import { setTimeout as wait } from 'node:timers/promises'
import type { Ending, Stage } from './open-stage.ts'
import type { FaultPlan } from './platform/choose-faults.ts'
import type { Fault } from './platform/fault.ts'
import type { TroubleQueue } from './plan-troubles.ts'
import { nameOfTrouble, type TroublePlan } from './trouble.ts'

const MINUTE = 60_000

/** Longest time from the beginning of a burst to a kill at any time, in real milliseconds. */
const LONGEST_MS = 2_500

/**
 * Number of points from the start within which a second kill happens. Most are passed once everything left is
 * in progress.
 */
const MOST_POINTS_LEFT = 120

/** Share of calls that fail. */
const SHARE = 0.4
const SHARE_MIXED = 0.15

/** How long before a slot the feeds are read. */
const READ_BEFORE_MS = MINUTE

export interface BurstTools {
  readonly stage: Stage
  readonly queue: Pick<TroubleQueue, 'killed' | 'missed'>
  readonly random: () => number
}

/**
 * Moves the clock to the next slot, at which all daily subscriptions are due, causes the planned trouble, and
 * waits until everything is finished.
 */
export async function runBurst(plan: TroublePlan, { stage, queue, random }: BurstTools): Promise<void> {
  await stage.start()
  await stage.rest()
  const slot = stage.nextSlot()
  const name = nameOfTrouble(plan)
  // Corrections are sent before the slot, briefings after it. Faults affect both or only the briefings.
  const isEarly = plan.kind !== 'fault' || random() < 0.5
  stage.begin(name, isEarly ? faultsOf(plan) : { kind: 'none' })
  stage.arm(plan.kind === 'point' ? plan.armed : null)
  stage.moveTo(slot - READ_BEFORE_MS)
  await stage.read(slot - READ_BEFORE_MS)
  stage.platforms.begin(faultsOf(plan))
  stage.moveTo(slot)
  const isOver = (): Promise<Ending> => stage.settle(slot)

  switch (plan.kind) {
    case 'none':
      break
    case 'point':
      if ((await isOver()) !== 'ended') {
        queue.missed(plan)
        stage.rename(nameOfTrouble({ kind: 'none' }))
        break
      }
      queue.killed(name)
      // The next process sends what is left and is killed, too.
      if (
        !(await stage.start({ point: null, nth: 1 + Math.floor(random() * MOST_POINTS_LEFT) })) ||
        (await isOver()) === 'ended'
      )
        queue.killed(name)
      break
    case 'random':
    case 'mixed':
      for (const _ of [1, 2]) {
        await wait(random() * LONGEST_MS)
        await stage.kill()
        queue.killed(name)
        await stage.start()
      }
      break
    case 'fault':
      await endure(plan.fault, stage, slot)
      break
    default:
      plan satisfies never
  }
  if (plan.kind === 'point') stage.arm(null)
  await stage.start()
  if ((await isOver()) === 'stuck') stage.complain(`not over: ${name} at ${new Date(slot).toISOString()}`)
  stage.platforms.begin({ kind: 'none' })
}

function faultsOf(plan: TroublePlan): FaultPlan {
  if (plan.kind === 'mixed') return { kind: 'mixed', share: SHARE_MIXED }
  if (plan.kind !== 'fault') return { kind: 'none' }
  switch (plan.fault) {
    case 'reset before anything was read':
    case 'down for an hour':
      return { kind: 'none' }
    case '401 for a while':
    case 'token revoked, later restored':
      return { kind: 'all', fault: plan.fault }
    default:
      return { kind: 'calls', fault: plan.fault, share: SHARE }
  }
}

/** Real milliseconds, about as long as it takes to send a burst. */
const RESETS_MS = 600
/** By the moved clock. */
const WHILE_MS = MINUTE
const REVOKED_MS = 10 * MINUTE
const DOWN_MS = 60 * MINUTE

/** Carries out a fault that lasts for a while, from beginning to end. */
async function endure(fault: Fault, stage: Stage, slot: number): Promise<void> {
  const { platforms } = stage
  switch (fault) {
    case 'reset before anything was read':
      platforms.resetUnread(true)
      await stage.decide(slot)
      await wait(RESETS_MS)
      platforms.resetUnread(false)
      return
    case '401 for a while':
      await stage.decide(slot)
      await stage.pass(WHILE_MS, MINUTE / 12)
      platforms.begin({ kind: 'none' })
      return
    case 'token revoked, later restored':
      await stage.decide(slot)
      await stage.pass(REVOKED_MS, MINUTE / 3)
      platforms.begin({ kind: 'none' })
      return
    case 'down for an hour':
      await platforms.refuse(true)
      await stage.decide(slot)
      await stage.pass(DOWN_MS, MINUTE)
      await platforms.refuse(false)
      return
    case 'no answer in time':
      await stage.settle(slot)
      platforms.letGo()
      return
    default:
  }
}
