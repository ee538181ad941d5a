import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { ChatTools } from '../chat/chat-platform.ts'
import type { Commands } from '../chat/commands.ts'
import type { Store } from '../records/ports/store.ts'
import { type CliContext, EXIT } from './cli-context.ts'

/**
 * Opens the adapters of all platforms that the environment configures. Null after printing mistakes in their
 * variables.
 */
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

/**
 * Starts all adapters or none: if one fails, stops the others, because they would keep the process alive
 * without purpose.
 * @throws the first error
 */
export async function startChats(adapters: readonly ChatAdapter[], commands: Commands): Promise<void> {
  try {
    await Promise.all(adapters.map((adapter) => adapter.start(commands)))
  } catch (error) {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()))
    throw error
  }
}

/** The adapters' tools for paused destinations. */
export function destinationTools(
  store: Pick<Store, 'destinations' | 'resumeDestination'>,
): Pick<ChatTools, 'resumeDestination' | 'pausedDestinations'> {
  return {
    resumeDestination: (destination) => store.resumeDestination(destination),
    async pausedDestinations() {
      const known = [...(await store.destinations())]
      return known.flatMap(([destination, { state }]) => (state === 'paused' ? [destination] : []))
    },
  }
}

/** Wraps `lose` so that the log records each destination it paused. */
export const withLossLogged =
  (
    lose: (...lost: Parameters<ChatTools['loseDestination']>) => Promise<boolean>,
    log: Pick<ChatTools['log'], 'warn'>,
  ): ChatTools['loseDestination'] =>
  async (destination, lost) => {
    if (await lose(destination, lost))
      log.warn({ destination }, `no further calls to this destination until it is resumed: ${lost.reason}`)
  }
