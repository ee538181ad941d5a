import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import {
  APICallError,
  extractJsonMiddleware,
  generateText,
  jsonSchema,
  NoObjectGeneratedError,
  Output,
  RetryError,
  wrapLanguageModel,
} from 'ai'
import { z } from 'zod'
import {
  type AskModel,
  type Choice,
  choiceSchema,
  type ModelAnswer,
  type ModelPrompt,
  type Refusal,
} from './answer.ts'
import { MAX_ANSWER_TOKENS } from './create-model-summarise.ts'
import type { ModelChoice } from './model-choice.ts'

/** The schema sent to providers. All fields are required, because some providers accept no optional ones. */
const schema = jsonSchema<Choice>(
  () =>
    z.toJSONSchema(choiceSchema, {
      target: 'draft-7',
      override: ({ jsonSchema }) => {
        delete jsonSchema.default
      },
    }),
  {
    validate(value) {
      const { success, data, error } = choiceSchema.safeParse(value)
      return success ? { success, value: data } : { success, error }
    },
  },
)

/** One retry on 408, 409, 429 and 5xx, after the time in `Retry-After`. */
const MAX_RETRIES = 1

/**
 * Creates a function that asks this model through the AI SDK. It turns errors into refusals and does not pass
 * them on: the client's errors contain the whole request, and a server may quote the key.
 */
export function createAsker(choice: ModelChoice): AskModel {
  // The client would print warnings about a provider's missing features to the console, among our own output.
  globalThis.AI_SDK_LOG_WARNINGS = false
  let structured = true

  async function askOnce({ instructions, prompt }: ModelPrompt, signal: AbortSignal): Promise<ModelAnswer> {
    const { output, usage } = await generateText({
      model: modelOf(choice, structured),
      instructions,
      prompt,
      output: Output.object({ schema }),
      maxOutputTokens: MAX_ANSWER_TOKENS,
      maxRetries: MAX_RETRIES,
      abortSignal: signal,
      telemetry: { isEnabled: false },
    })
    return { status: 'answered', choice: output, tokens: usage.totalTokens ?? null }
  }

  const ask: AskModel = async (prompt, signal) => {
    try {
      return await askOnce(prompt, signal)
    } catch (error) {
      // Servers without JSON schema support answer 400. The request is then repeated without a schema, as are
      // all later ones.
      if (choice.provider === 'anthropic' || !structured || statusOf(error) !== 400)
        return toRefusal(error, signal)
      structured = false
      return ask(prompt, signal)
    }
  }
  return ask
}

function modelOf({ provider, name, url, key }: ModelChoice, structured: boolean) {
  if (provider === 'anthropic')
    return createAnthropic({ baseURL: url, apiKey: key() ?? '', fetch: cappedFetch })(name)
  const apiKey = key()
  const model = createOpenAICompatible({
    name: provider,
    baseURL: url,
    ...(apiKey !== null && { apiKey }),
    fetch: cappedFetch,
    supportsStructuredOutputs: structured,
  })(name)
  // Small models put JSON into code fences.
  return wrapLanguageModel({ model, middleware: extractJsonMiddleware() })
}

/** Refused requests cost no tokens (0). An answer that was cut off may have been counted (null: unknown). */
function toRefusal(error: unknown, signal: AbortSignal): ModelAnswer {
  if (signal.aborted) return fail(isTimeout(signal.reason) ? 'timeout' : 'stopped', null)
  if (NoObjectGeneratedError.isInstance(error)) return fail('broken', error.usage?.totalTokens ?? null)
  const causes = causesOf(error)
  if (causes.some((cause) => cause instanceof AnswerTooLarge)) return fail('too-large', null)
  const status = statusOf(error)
  // Without a status nothing was fetched: no address, connection refused or reset, or a redirect.
  if (status === undefined) return causes.some(isUnfetched) ? fail('unreachable', 0) : fail('broken', null)
  if (status < 400) return fail('broken', null)
  return fail(status === 429 ? 'rate-limited' : status >= 500 ? 'server-error' : 'rejected', 0)
}

const fail = (refusal: Refusal, tokens: number | null): ModelAnswer => ({ status: 'failed', refusal, tokens })

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = []
  for (let cause = error; cause instanceof Error && causes.length < 8;)
    cause = causes.push(cause) > 0 && RetryError.isInstance(cause) ? cause.lastError : cause.cause
  return causes
}

const statusOf = (error: unknown): number | undefined =>
  causesOf(error).find((cause) => APICallError.isInstance(cause))?.statusCode

const isTimeout = (reason: unknown): boolean => reason instanceof Error && reason.name === 'TimeoutError'

const isUnfetched = (error: unknown): boolean => APICallError.isInstance(error) || error instanceof TypeError

/** Bytes of an answer. Three sentences need little, but a reasoning model's thoughts are included. */
const MAX_BYTES = 512 * 1024

/** The answer is larger than `MAX_BYTES`. */
class AnswerTooLarge extends Error {
  readonly code = 'answer-too-large'
}

/**
 * `fetch` that follows no redirect, because the key would go along, and stops an endless answer.
 * @throws AnswerTooLarge from the body
 */
async function cappedFetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' })
  if (response.body === null) return response
  let bytes = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        if (bytes > MAX_BYTES) controller.error(new AnswerTooLarge(`more than ${MAX_BYTES} bytes`))
        else controller.enqueue(chunk)
      },
    }),
  )
  const { status, statusText, headers } = response
  return new Response(counted, { status, statusText, headers })
}
