import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import type { ChatMemory } from '../../../src/chat/chat-memory.ts'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { createDiscord } from '../../../adapters/discord/index.ts'
import type { DiscordSettings } from '../../../adapters/discord/settings.ts'
import { FAKE_TOKEN, openDiscord, type FakeDiscord } from './discord-server.ts'
import type { FakeGuild } from './discord-guild.ts'

export const GUILD = '200000000000000001'
export const DESK = '300000000000000001'

/** A server with one channel. */
export const ONE_GUILD: readonly FakeGuild[] = [{ id: GUILD, channels: [{ id: DESK, name: 'desk' }] }]

/** What an adapter keeps, in memory. Nothing is paused or deleted here. */
export function aChatMemory(): ChatMemory {
  const kept = new Map<string, string>()
  const heard = new Set<string>()
  return {
    recall: (name) => Promise.resolve(kept.get(nameOf(name)) ?? null),
    recallAll: ({ kind }) =>
      Promise.resolve(
        new Map(
          [...kept]
            .filter(([name]) => name.startsWith(`${kind} `))
            .map(([name, text]) => [name.slice(kind.length + 1), text]),
        ),
      ),
    remember: async (name, text) => void kept.set(nameOf(name), text),
    forget: async (name) => void kept.delete(nameOf(name)),
    async hear(platform, event) {
      const isNew = !heard.has(`${platform} ${event}`)
      heard.add(`${platform} ${event}`)
      return isNew
    },
    pauseSubscriptionsOf: () => Promise.resolve(0),
    forgetWorkspace: () => Promise.resolve({ subscriptions: 0, messages: 0 }),
  }
}

export function chatTools(own: Partial<ChatTools> = {}): ChatTools {
  return {
    memory: aChatMemory(),
    topicName: (code) => code,
    zone: 'Europe/Istanbul',
    language: 'en',
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    now: Date.now,
    resumeDestination: () => Promise.resolve(false),
    ...own,
  }
}

export const discordSettings = (own: Partial<DiscordSettings> = {}): DiscordSettings => ({
  token: FAKE_TOKEN,
  admins: new Set(),
  guild: null,
  crosspost: false,
  ...own,
})

/** The adapter on a Discord of its own; not yet connected to the gateway. Closing fails when the adapter asked for something that Discord would refuse. */
export async function openDiscordBench({
  guilds = ONE_GUILD,
  settings,
  tools,
}: {
  readonly guilds?: readonly FakeGuild[]
  readonly settings?: Partial<DiscordSettings>
  readonly tools?: Partial<ChatTools>
} = {}): Promise<{
  readonly discord: FakeDiscord
  readonly adapter: ChatAdapter
  readonly close: () => Promise<void>
}> {
  const discord = await openDiscord({ guilds })
  const adapter = createDiscord({
    settings: discordSettings(settings),
    tools: chatTools(tools),
    rest: { api: discord.api },
  })
  return {
    discord,
    adapter,
    async close() {
      await adapter.stop()
      await discord.close()
      if (discord.problems.length > 0)
        throw new Error(`Discord would refuse:\n${discord.problems.join('\n')}`)
    },
  }
}

const nameOf = (name: { readonly kind: string; readonly id: string }): string => `${name.kind} ${name.id}`

const ignore = (): void => undefined
