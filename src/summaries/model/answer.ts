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

/** What a model says, or why it says nothing. `tokens` null: the server did not count. */
export type ModelAnswer =
  | { readonly status: 'answered'; readonly sentences: readonly Proposal[]; readonly tokens: number | null }
  | { readonly status: 'failed'; readonly refusal: Refusal; readonly tokens: number | null }

/** A sentence before anybody looked at it. */
export interface Proposal {
  readonly text: string
  /** Names of quoted reports. */
  readonly cites: readonly string[]
}

export interface ModelPrompt {
  readonly instructions: string
  readonly prompt: string
}

/** Asks once and never throws. */
export type AskModel = (prompt: ModelPrompt, signal: AbortSignal) => Promise<ModelAnswer>
