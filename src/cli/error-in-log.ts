import { stdSerializers } from 'pino'

/** What the log keeps of an error. */
export interface LoggedError {
  readonly type: string
  /** With those of its causes. */
  readonly message: string
  readonly stack: string
  readonly code?: string | number
  readonly status?: number
  readonly aggregateErrors?: readonly LoggedError[]
}

/**
 * Of an error only what says what went wrong and where. The errors of chat platforms also hold the request, with the words of
 * people and an address that answers in our name; nothing is kept that is not named here. What was thrown and is no error
 * stays away, but for its type and, of a text, its words.
 */
export function errorInLog(thrown: unknown): LoggedError {
  if (!(thrown instanceof Error))
    return {
      type: typeof thrown,
      message: typeof thrown === 'string' ? thrown : '',
      stack: '',
    }
  const { type, message, stack } = stdSerializers.err(thrown)
  const code = 'code' in thrown ? thrown.code : undefined
  const status = 'status' in thrown ? thrown.status : 'statusCode' in thrown ? thrown.statusCode : undefined
  return {
    type,
    message,
    stack,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
    ...(thrown instanceof AggregateError && { aggregateErrors: thrown.errors.map(errorInLog) }),
  }
}
