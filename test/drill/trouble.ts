import type { Fault } from './platform/fault.ts'
import type { Armed } from './points.ts'

/** The trouble of one burst. */
export type TroublePlan =
  | { readonly kind: 'none' }
  /** Killed at a point, and its successor at another one. */
  | { readonly kind: 'point'; readonly armed: Armed; readonly tries: number }
  /** Killed twice at any time. */
  | { readonly kind: 'random' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** Killed at any time while calls fail. */
  | { readonly kind: 'mixed' }

/** Returns the name for the table. Points of the same call share one. */
export function nameOfTrouble(plan: TroublePlan): string {
  switch (plan.kind) {
    case 'none':
      return 'none'
    case 'point':
      return `kill at ${(plan.armed.point ?? 'a start').replace(/, .*$/u, '')}`
    case 'random':
      return 'kill at any time'
    case 'fault':
      return plan.fault
    case 'mixed':
      return 'kill at any time, calls fail'
    default:
      return plan satisfies never
  }
}
