import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'

/** A short answer in words. */
export function notice(
  level: 'info' | 'warning' | 'error',
  text: string,
  asker: Pick<Asker, 'language'>,
): Message {
  return { kind: 'notice', level, text, language: asker.language }
}
