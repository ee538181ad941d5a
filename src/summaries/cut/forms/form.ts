import type { Cut } from '../look-at-cut.ts'

/** Classes of words that may not be left out. */
export const GUARDS = [
  'negation',
  'modality',
  'condition',
  'quantity',
  'contrast',
  'speech',
  'reversal',
  'comparison',
  'time',
] as const
export type Guard = (typeof GUARDS)[number]

/** A kind of phrase that says something beside the sentence, which is whole without it. */
export interface Form {
  /** Whether the words left out are such a phrase, and the whole of it. */
  fits(cut: Cut): boolean
  /** Guarded words that it may hold all the same: there they speak of the aside alone. */
  readonly bears: readonly Guard[]
}
