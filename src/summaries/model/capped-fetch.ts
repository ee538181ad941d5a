/** Of an answer of three sentences; a reasoning model's thoughts come along. Bytes. */
const MAX_BYTES = 512 * 1024

/** An answer larger than any summary is. */
export class AnswerTooLarge extends Error {
  readonly code = 'answer-too-large'
}

/**
 * `fetch` that follows no redirect, since a key would go along, and ends an endless answer.
 * @throws AnswerTooLarge, out of the body
 */
export async function cappedFetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
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
