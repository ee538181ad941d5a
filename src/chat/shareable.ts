import type { Message } from '../records/message.ts'

/** Answers that say the same to everybody: who got one alone may show it to the channel. */
const SHAREABLE: ReadonlySet<Message['kind']> = new Set(['briefing', 'story', 'search', 'sources', 'trace'])

export const isShareable = ({ kind }: Message): boolean => SHAREABLE.has(kind)
