import type { Message } from '../records/message.ts'

/** In which language (BCP 47) the words of a message are. */
export function languageOf(message: Message): string {
  return message.kind === 'briefing' ? message.briefing.language : message.language
}
