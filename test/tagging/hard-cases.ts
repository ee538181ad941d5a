import { FORMS } from './hard-cases/forms.ts'
import type { HardCase } from './hard-cases/hard-case.ts'
import { NAMES } from './hard-cases/names.ts'
import { TOWNS_AND_STATES } from './hard-cases/towns-and-states.ts'
import { WORDS } from './hard-cases/words.ts'

/** Groups of hard cases by kind of trap. All were written for this project. */
export const HARD_CASES: Readonly<Record<string, readonly HardCase[]>> = {
  ...FORMS,
  ...NAMES,
  ...WORDS,
  ...TOWNS_AND_STATES,
}
