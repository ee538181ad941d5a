/**
 * How a model is reached: an address that offers OpenAI's chat completions, Anthropic's messages, or an
 * Ollama.
 */
export const PROVIDERS = ['openai-compatible', 'anthropic', 'ollama'] as const
export type Provider = (typeof PROVIDERS)[number]

/** The model that chooses sentences for summaries, and its daily limit. */
export interface ModelChoice {
  readonly provider: Provider
  /** Name of the model at the provider. */
  readonly name: string
  /** Base URL without the path of a single call: `https://api.example/v1`. */
  readonly url: string
  /** The secret. It is a function so that no log and no JSON of the settings contains it. */
  readonly key: () => string | null
  readonly tokensADay: number
}
