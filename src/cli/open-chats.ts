import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { ChatTools } from '../chat/chat-platform.ts'
import type { Commands } from '../chat/commands.ts'
import type { Store } from '../records/ports/store.ts'
import { type CliContext, EXIT } from './cli-context.ts'

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

/**
 * Starts all adapters, or none: where one cannot start, those that did are stopped, or they would hold a process in
 * which nothing goes on.
 * @throws what the first of them throws
 */
export async function startChats(adapters: readonly ChatAdapter[], commands: Commands): Promise<void> {
  try {
    await Promise.all(adapters.map((adapter) => adapter.start(commands)))
  } catch (error) {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()))
    throw error
  }
}

/** What adapters ask and say of destinations that get no call any more. */
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

/** Says in the log that a destination gets no call any more, where `lose` paused it. */
export const tellingLoss =
  (
    lose: (...lost: Parameters<ChatTools['loseDestination']>) => Promise<boolean>,
    log: Pick<ChatTools['log'], 'warn'>,
  ): ChatTools['loseDestination'] =>
  async (destination, lost) => {
    if (await lose(destination, lost))
      log.warn({ destination }, `no further calls to this destination until it is resumed: ${lost.reason}`)
  }
