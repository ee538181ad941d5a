import type { ChatPlatform } from '../../src/chat/chat-platform.ts'

/** Describes Discord before any connection exists. Loads the rest of the folder only when it is needed. */
export const discordPlatform: ChatPlatform = {
  platform: 'discord',
  destinations: { pattern: /^discord:@?\d+\/\d+$/u, example: 'discord:SERVER/CHANNEL' },
  workspaces: { pattern: /^discord:[A-Za-z0-9]{1,40}$/u, example: 'discord:1234567890' },

  async open(env, tools) {
    const { readSettings } = await import('./setup/settings.ts')
    const read = readSettings(env)
    if (read.status !== 'set') return read
    const { createDiscord } = await import('./index.ts')
    return { status: 'open', adapter: createDiscord({ settings: read.settings, tools }) }
  },

  async setUp(dialogue) {
    const { setUpDiscord } = await import('./setup/set-up.ts')
    return setUpDiscord(dialogue)
  },

  async preview(message, topicName) {
    const { preview } = await import('./preview/preview.ts')
    return preview(message, topicName)
  },
}
