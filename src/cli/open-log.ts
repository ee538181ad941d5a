import { pino, type Logger } from 'pino'
import type { Settings } from '../settings/settings.ts'

/** The log, on standard error: what is printed stays clean. */
export function openLog({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
}
