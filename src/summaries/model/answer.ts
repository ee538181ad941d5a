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

/** What a model chose, before anybody looked at it. */
export interface Choice {
  /** In the order in which they are to be told. */
  readonly sentences: readonly ChosenSentence[]
  /** Number of a headline it was shown, or null for none. */
  readonly headline: number | null
}

export interface ChosenSentence {
  /** Number of a sentence it was shown. */
  readonly number: number
  /** Words of that sentence which it would leave out, each as they stand there. */
  readonly leaveOut: readonly string[]
}

export interface ModelPrompt {
  readonly instructions: string
  readonly prompt: string
}

/** Asks once and never throws. */
export type AskModel = (prompt: ModelPrompt, signal: AbortSignal) => Promise<ModelAnswer>
