import type { Message } from '../records/message.ts'

/** In which language (BCP 47) the words of a message are. */
export function languageOf(message: Message): string {
  return message.kind === 'briefing' ? message.briefing.language : message.language
}

/** Answers that say the same to everybody: who got one alone may show it to the channel. */
const SHAREABLE: ReadonlySet<Message['kind']> = new Set(['briefing', 'story', 'search', 'sources', 'trace'])

export const isShareable = ({ kind }: Message): boolean => SHAREABLE.has(kind)

/**
 * Whether all who read in a place may see an answer. `audience`: that of what was asked (`Commands.audience`); `isAskedAloud`: they read the question too, as where the
 * bot is mentioned, and expect what is no one person's business below it. A mistake is nobody's but the asker's.
 */
export function isForAll(
  message: Message,
  { audience, isAskedAloud }: { readonly audience: 'private' | 'public'; readonly isAskedAloud: boolean },
): boolean {
  if (message.kind === 'notice') return message.isForAll === true && audience === 'public'
  return audience === 'public' || (isAskedAloud && isShareable(message))
}
