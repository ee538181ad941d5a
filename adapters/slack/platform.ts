import type { ChatPlatform } from '../../src/chat/chat-platform.ts'

/** Describes Slack before any connection exists. Loads the rest of the folder only when it is needed. */
export const slackPlatform = {
  platform: 'slack',
  destinations: { pattern: /^slack:\S+$/u, example: 'slack:C012AB3CD' },
  workspaces: { pattern: /^slack:[A-Za-z0-9]{1,40}$/u, example: 'slack:T0123456' },

  async open(env, tools) {
    const { readSettings } = await import('./setup/settings.ts')
    const read = readSettings(env)
    if (read.status !== 'set') return read
    const { createSlack } = await import('./index.ts')
    return { status: 'open', adapter: createSlack({ settings: read.settings, tools }) }
  },

  async setUp(dialogue, env) {
    const { setUpSlack } = await import('./setup/set-up.ts')
    return setUpSlack(dialogue, env)
  },

  surfaces: ['home', 'joined', 'mention'],

  async previewSurface(name, visit) {
    const { previewHome, previewJoined, previewMention } = await import('./preview/surfaces.ts')
    if (name === 'home') return previewHome(visit)
    return name === 'joined' ? previewJoined(visit) : previewMention(visit)
  },

  async preview(message, topicName) {
    const { preview } = await import('./preview/preview.ts')
    return preview(message, topicName)
  },
} satisfies ChatPlatform
