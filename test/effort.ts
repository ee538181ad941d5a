import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The share of a sweep that a project runs, 0 to 1. */
    readonly effort: number
  }
}

/**
 * Returns how much of `full` (cases of a property, the size of a hostile input) this project runs: a share in
 * `short`, all of it in `long`.
 */
export const effort = (full: number): number => Math.ceil(full * inject('effort'))
