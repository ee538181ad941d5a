import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { aNewsroom, type FakeNewsroom } from '../newsroom.ts'
import { openDiscordBench } from './discord-bench.ts'
import type { FakeDiscord } from './discord-server.ts'

export interface NewsroomOnDiscord {
  readonly discord: FakeDiscord
  readonly adapter: ChatAdapter
  readonly newsroom: FakeNewsroom
  readonly close: () => Promise<void>
}

/**
 * Opens the connected bot: a newsroom with a real store, all commands, real discord.js, and a fake Discord on
 * loopback.
 */
export async function newsroomOnDiscord({
  newsroom: given,
  ...options
}: Parameters<typeof openDiscordBench>[0] & {
  readonly newsroom?: FakeNewsroom
} = {}): Promise<NewsroomOnDiscord> {
  const newsroom = given ?? (await aNewsroom())
  const { store, view } = newsroom
  const { discord, adapter, close } = await openDiscordBench({
    ...options,
    store,
    tools: { now: () => view.now(), ...options.tools },
  })
  await adapter.start(allCommands(view))
  return { discord, adapter, newsroom, close }
}
