import type { ClientOptions } from 'discord.js'
import { createDiscord } from '../../../adapters/discord/index.ts'
import type { DiscordSettings } from '../../../adapters/discord/setup/settings.ts'
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Store } from '../../../src/records/ports/store.ts'
import { NO_COMMANDS } from '../commands.ts'
import { chatTools, type FakeChatTools } from '../chat-tools.ts'
import type { FakeGuild } from './discord-guild.ts'
import { FAKE_TOKEN, type FakeDiscord, openDiscord } from './discord-server.ts'

export const GUILD = '200000000000000001'
export const DESK = '300000000000000001'

/** A server with one channel. */
const ONE_GUILD: readonly FakeGuild[] = [{ id: GUILD, channels: [{ id: DESK, name: 'desk' }] }]

interface BenchOptions {
  readonly guilds?: readonly FakeGuild[]
  readonly settings?: Partial<DiscordSettings>
  readonly tools?: Partial<ChatTools>
  /** Holds kept texts and subscriptions; a new one by default. */
  readonly store?: Store
  /** An existing Discord, as after a restart of the bot. */
  readonly discord?: FakeDiscord
}

export interface DiscordBench {
  readonly discord: FakeDiscord
  readonly adapter: ChatAdapter
  readonly tools: FakeChatTools
  readonly close: () => Promise<void>
}

/**
 * Opens the adapter on its own fake Discord, not yet connected to the gateway. `close` throws if the adapter
 * sent a request that Discord would refuse.
 */
export async function openDiscordBench(options: BenchOptions = {}): Promise<DiscordBench> {
  const discord = options.discord ?? (await openDiscord({ guilds: options.guilds ?? ONE_GUILD }))
  const tools = { ...(await chatTools(options.store)), zone: 'Europe/Istanbul', ...options.tools }
  const adapter = discordAdapter(discord, tools, options.settings)
  return {
    discord,
    adapter,
    tools,
    async close() {
      await adapter.stop()
      await discord.close()
      if (discord.problems.length > 0)
        throw new Error(`Discord would refuse:\n${discord.problems.join('\n')}`)
    },
  }
}

/** Opens the adapter connected, with one server that has these channels. */
export async function openConnectedBench(
  channels: FakeGuild['channels'] = [{ id: DESK, name: 'desk' }],
  settings: Partial<DiscordSettings> = {},
): Promise<DiscordBench> {
  const bench = await openDiscordBench({ guilds: [{ id: GUILD, channels }], settings })
  await bench.adapter.start(NO_COMMANDS)
  return bench
}

/** Starts the bot again on an existing Discord. */
export function discordAdapter(
  discord: Pick<FakeDiscord, 'api'>,
  tools: ChatTools,
  settings: Partial<DiscordSettings> = {},
  rest: ClientOptions['rest'] = {},
): ChatAdapter {
  return createDiscord({
    settings: {
      token: FAKE_TOKEN,
      admins: new Set(),
      guild: null,
      subscribers: 'everyone',
      crosspost: false,
      ...settings,
    },
    tools,
    rest: { api: discord.api, ...rest },
  })
}
