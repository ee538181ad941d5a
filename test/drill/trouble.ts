import type { Fault } from './platform/fault.ts'
import type { Armed } from './points.ts'

/** What is done to the bot in one burst. */
export type TroublePlan =
  | { readonly kind: 'none' }
  /** Killed at a point, and what starts then at another. */
  | { readonly kind: 'point'; readonly armed: Armed; readonly tries: number }
  /** Killed at any time, twice. */
  | { readonly kind: 'random' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** Killed at any time while calls fail. */
  | { readonly kind: 'mixed' }

/** As the table names it: points together that are of one call. */
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
