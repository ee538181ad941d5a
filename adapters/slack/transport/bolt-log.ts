import { LogLevel, type Logger } from '@slack/bolt'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'

/** What Bolt says, in our log: as text alone, and without its debugging, which holds whole payloads. */
export function boltLog(log: ChatLog): Logger {
  return {
    debug: () => undefined,
    info: (...said) => log.debug({ by: 'bolt' }, textOf(said)),
    warn: (...said) => log.warn({ by: 'bolt' }, textOf(said)),
    error: (...said) => log.error({ by: 'bolt' }, textOf(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}

/** Objects would hold requests and tokens. */
const textOf = (said: readonly unknown[]): string =>
  said
    .map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : ''))
    .filter((part) => part !== '')
    .join(' ')
