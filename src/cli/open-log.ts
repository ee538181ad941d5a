import { writeFileSync } from 'node:fs'
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'
import type { Settings } from '../settings/settings.ts'
import { requestUnderWay } from '../thread/in-request.ts'
import { hideSecrets } from '../text/hide-secrets.ts'

/** The log, on standard error: what is printed stays clean. Of errors it keeps nothing that people wrote, and no secret. */
export function openLog(
  { logLevel }: Pick<Settings, 'logLevel'>,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      mixin: () => {
        const request = requestUnderWay()
        return request === null ? {} : { request: request.id }
      },
      serializers: { err: errorInLog },
      // Here and not field by field: reasons and texts carry the words of errors, too.
      hooks: { streamWrite: hideSecrets },
    },
    destination,
  )
}

/** A file for the log, begun anew, for its owner alone. */
export function privateFile(file: string): DestinationStream {
  writeFileSync(file, '', { mode: 0o600 })
  return pino.destination({ dest: file, sync: true })
}

/** What the log keeps of an error. */
interface LoggedError {
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
function errorInLog(thrown: unknown): LoggedError {
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
