import { writeFileSync } from 'node:fs'
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'
import type { Settings } from '../settings/settings.ts'
import { requestUnderWay } from '../thread/in-request.ts'
import { hideSecrets } from '../text/hide-secrets.ts'

/**
 * Opens the log on standard error, which leaves standard output clean. Logged errors contain nothing that
 * people wrote, and no secrets.
 */
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
      // Applied to the whole line, because reasons and texts repeat errors' words too.
      hooks: { streamWrite: hideSecrets },
    },
    destination,
  )
}

/** Starts an empty log file that only its owner can read. */
export function privateFile(file: string): DestinationStream {
  writeFileSync(file, '', { mode: 0o600 })
  return pino.destination({ dest: file, sync: true })
}

/** The logged part of an error. */
interface LoggedError {
  readonly type: string
  /** Includes the messages of its causes. */
  readonly message: string
  readonly stack: string
  readonly code?: string | number
  readonly status?: number
  readonly aggregateErrors?: readonly LoggedError[]
}

/**
 * Keeps only the fields named here, which say what failed and where. Errors of chat platforms also hold the
 * request, with people's words and an address that answers in our name. Of a thrown value that is no error,
 * only the type is kept, and the text if it is a string.
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
