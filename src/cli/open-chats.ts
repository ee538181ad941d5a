import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { ChatTools } from '../chat/chat-platform.ts'
import type { CliContext } from './cli-context.ts'
import { EXIT } from './exit-codes.ts'

/** The adapters of all platforms that the environment names; null after printing what is wrong with their variables. */
export async function openChats(
  context: CliContext,
  tools: ChatTools,
): Promise<readonly ChatAdapter[] | null> {
  const opened = await Promise.all(context.platforms.map((platform) => platform.open(context.env, tools)))
  const mistakes = opened.flatMap((chat) => (chat.status === 'mistaken' ? chat.mistakes : []))
  if (mistakes.length === 0) return opened.flatMap((chat) => (chat.status === 'open' ? [chat.adapter] : []))
  for (const mistake of mistakes) context.errors.write(`environment: ${mistake}\n`)
  context.setExitCode(EXIT.usage)
  return null
}
