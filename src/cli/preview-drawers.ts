import { stripVTControlCharacters } from 'node:util'
import { escapeUTF8 } from 'entities'
import type { TopicName } from '../chat/chat-platform.ts'
import { LOCAL } from '../chat/local.ts'
import type { Message } from '../records/message.ts'
import type { CliContext } from './cli-context.ts'

/**
 * Functions that draw a message as each platform and the terminal would show it, by platform name. Each
 * resolves to a whole HTML page.
 */
export function previewDrawers(
  { platforms, terminal }: Pick<CliContext, 'platforms' | 'terminal'>,
  topicName: TopicName,
): ReadonlyMap<string, (message: Message) => Promise<string>> {
  const drawn = platforms.map(
    (one) =>
      [one.platform, async (message: Message) => (await one.preview(message, topicName)).html] as const,
  )
  const printed = async (message: Message): Promise<string> => {
    const text = stripVTControlCharacters((await terminal()).render(message, topicName))
    return `<!doctype html><meta charset="utf-8"><title>${LOCAL}</title><pre dir="auto">${escapeUTF8(text)}</pre>`
  }
  return new Map([...drawn, [LOCAL, printed]])
}
