import { z } from 'zod'

/** Why a model's answer could not be had or used. */
export type Refusal =
  /** Asked for more than the day allows. */
  | 'over-budget'
  /** It failed some minutes ago and is left alone. */
  | 'resting'
  /** The bot stops. */
  | 'stopped'
  | 'timeout'
  | 'unreachable'
  | 'rate-limited'
  | 'server-error'
  /** The server does not want it: a wrong key, an unknown model. */
  | 'rejected'
  | 'too-large'
  /** Not the JSON that was asked for, or cut off. */
  | 'broken'
  | 'empty'

/** What a model points at, or why it points at nothing. `tokens` null: the server did not count. */
export type ModelAnswer =
  | { readonly status: 'answered'; readonly choice: Choice; readonly tokens: number | null }
  | { readonly status: 'failed'; readonly refusal: Refusal; readonly tokens: number | null }

/**
 * What a model chose, before anybody looked at it: sentences in the order in which they are to be told, by the numbers they were shown under, and words of
 * each that it would leave out, as they stand there; the number of a headline, or null for none. Without bounds: not every provider's schemas know
 * them, and `judgeSentences` bounds what it looks at. Small models forget what is empty.
 */
export const choiceSchema = z.object({
  sentences: z.array(z.object({ number: z.number(), leaveOut: z.array(z.string()).default([]) })),
  headline: z.number().nullable().default(null),
})
export type Choice = z.output<typeof choiceSchema>

export interface ModelPrompt {
  readonly instructions: string
  readonly prompt: string
}

/** Asks once and never throws. */
export type AskModel = (prompt: ModelPrompt, signal: AbortSignal) => Promise<ModelAnswer>
