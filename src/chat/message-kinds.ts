import type { Message } from '../records/message.ts'

/** Returns the language (BCP 47) that a message is written in. */
export function languageOf(message: Message): string {
  return message.kind === 'briefing' ? message.briefing.language : message.language
}

/**
 * Kinds of answers that say the same to everybody, so whoever got one privately may show it to the channel.
 */
const SHAREABLE: ReadonlySet<Message['kind']> = new Set(['briefing', 'story', 'search', 'sources', 'trace'])

/** Returns whether a message says the same to everybody. */
export const isShareable = ({ kind }: Message): boolean => SHAREABLE.has(kind)

/**
 * Returns whether everybody in a place may see an answer. `audience` is that of the request
 * (`Commands.audience`). `isAskedAloud`: everybody read the question too, as where the bot is mentioned, so
 * an answer that is not personal goes below it. Mistakes are shown to the asker alone.
 */
export function isForAll(
  message: Message,
  { audience, isAskedAloud }: { readonly audience: 'private' | 'public'; readonly isAskedAloud: boolean },
): boolean {
  if (message.kind === 'notice') return message.isForAll === true && audience === 'public'
  return audience === 'public' || (isAskedAloud && isShareable(message))
}
