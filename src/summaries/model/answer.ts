import { z } from 'zod'

/** Why there is no usable answer from a model. */
export type Refusal =
  /** The call would exceed the day's tokens. */
  | 'over-budget'
  /** The server failed some minutes ago and is not called for a while. */
  | 'resting'
  /** The bot is stopping. */
  | 'stopped'
  | 'timeout'
  | 'unreachable'
  | 'rate-limited'
  | 'server-error'
  /** The server refuses the request: a wrong key, an unknown model. */
  | 'rejected'
  | 'too-large'
  /** Not the requested JSON, or cut off. */
  | 'broken'
  | 'empty'

/** A model's choice, or why there is none. `tokens` is null if the server did not count them. */
export type ModelAnswer =
  | { readonly status: 'answered'; readonly choice: Choice; readonly tokens: number | null }
  | { readonly status: 'failed'; readonly refusal: Refusal; readonly tokens: number | null }

/**
 * A model's unchecked choice: sentences in the order in which they are to be told, each by the number it was
 * shown under, with the words of it that may be left out, as they stand there; and the number of a headline,
 * or null for none. There are no bounds because not every provider's schema dialect has them;
 * `judgeSentences` limits what it looks at. The defaults are for small models, which forget empty fields.
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

/** Sends one request. Never throws. */
export type AskModel = (prompt: ModelPrompt, signal: AbortSignal) => Promise<ModelAnswer>
