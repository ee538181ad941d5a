import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The part of a sweep that a project runs, from 0 to 1. */
    readonly effort: number
  }
}

/** As much of `full` (cases of a property, the size of a hostile input) as this project runs: a part in `short`, all of it in `long`. */
export const effort = (full: number): number => Math.ceil(full * inject('effort'))
