import { FORMS } from './hard-cases/forms.ts'
import type { HardCase } from './hard-cases/hard-case.ts'
import { NAMES_AND_WORDS } from './hard-cases/names-and-words.ts'
import { TOWNS_AND_STATES } from './hard-cases/towns-and-states.ts'

/** Groups of hard cases by the trap they set. All written for this project. */
export const HARD_CASES: Readonly<Record<string, readonly HardCase[]>> = {
  ...FORMS,
  ...NAMES_AND_WORDS,
  ...TOWNS_AND_STATES,
}
