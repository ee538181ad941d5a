import { CALL_FAULTS, type Fault } from './fault.ts'
import type { LoggedCall, PlatformName } from './platform-log.ts'

/** The faults of calls from now on. */
export type FaultPlan =
  | { readonly kind: 'none' }
  /** A fault of some of the calls that deliver; `share` is 0 to 1. */
  | { readonly kind: 'calls'; readonly fault: Fault; readonly share: number }
  /** A random fault each time. */
  | { readonly kind: 'mixed'; readonly share: number }
  /** A fault of every call. */
  | { readonly kind: 'all'; readonly fault: Fault }

export interface FaultChooser {
  readonly begin: (plan: FaultPlan) => void
  readonly choose: (
    call: Pick<LoggedCall, 'platform' | 'place'> & { readonly isDelivery: boolean },
  ) => Fault | null
}

/** Maximum number of faults for one destination until the next plan, so that retries succeed. */
const MOST_IN_A_ROW = 2

/** Maximum number for each platform of faults that refuse a token or use up an adapter's patience. */
const RARE: ReadonlyMap<Fault, number> = new Map([
  ['401 once', 1],
  ['no answer in time', 2],
])

/**
 * Faults for the kind `mixed`, without those that take so long that a clock that runs fast would leave
 * everyone behind.
 */
const MIXED = CALL_FAULTS.filter((fault) => fault !== 'no answer in time' && fault !== '401 once')

export function createFaultChooser(random: () => number): FaultChooser {
  let plan: FaultPlan = { kind: 'none' }
  let met = new Map<string, number>()
  let shown = new Map<PlatformName, number>()
  return {
    begin(next) {
      plan = next
      met = new Map()
      shown = new Map()
    },
    choose({ platform, place, isDelivery }) {
      if (plan.kind === 'none') return null
      if (plan.kind === 'all') return plan.fault
      const where = `${platform} ${place ?? ''}`
      const before = met.get(where) ?? 0
      if (!isDelivery || before >= MOST_IN_A_ROW || random() >= plan.share) return null
      const fault = plan.kind === 'calls' ? plan.fault : (MIXED[Math.floor(random() * MIXED.length)] ?? '503')
      const times = shown.get(platform) ?? 0
      if (times >= (RARE.get(fault) ?? Infinity)) return null
      shown.set(platform, times + 1)
      met.set(where, before + 1)
      return fault
    },
  }
}
