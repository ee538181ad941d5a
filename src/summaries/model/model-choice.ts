/** What speaks to a model: any address that answers as OpenAI's chat completions do, Anthropic's messages, or an Ollama. */
export const PROVIDERS = ['openai-compatible', 'anthropic', 'ollama'] as const
export type Provider = (typeof PROVIDERS)[number]

/** Which model chooses sentences for summaries, and how much it may be asked. */
export interface ModelChoice {
  readonly provider: Provider
  /** As the provider calls it. */
  readonly name: string
  /** Without the path of a single call: `https://api.example/v1`. */
  readonly url: string
  /** A function, so that no log and no JSON of the settings holds the secret. */
  readonly key: () => string | null
  readonly tokensADay: number
}
