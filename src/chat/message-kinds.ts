import type { Message } from '../records/message.ts'

/** In which language (BCP 47) the words of a message are. */
export function languageOf(message: Message): string {
  return message.kind === 'briefing' ? message.briefing.language : message.language
}

/** Answers that say the same to everybody: who got one alone may show it to the channel. */
const SHAREABLE: ReadonlySet<Message['kind']> = new Set(['briefing', 'story', 'search', 'sources', 'trace'])

export const isShareable = ({ kind }: Message): boolean => SHAREABLE.has(kind)
