import { pino, type DestinationStream, type Logger } from 'pino'
import type { Settings } from '../settings/settings.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { errorInLog } from './error-in-log.ts'

/** The log, on standard error: what is printed stays clean. Of errors it keeps nothing that people wrote, and no secret. */
export function openLog(
  { logLevel }: Pick<Settings, 'logLevel'>,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      serializers: { err: errorInLog },
      // Here and not field by field: reasons and texts carry the words of errors, too.
      hooks: { streamWrite: hideSecrets },
    },
    destination,
  )
}
