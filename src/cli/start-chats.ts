import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { Commands } from '../chat/commands.ts'

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
