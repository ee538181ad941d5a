import type { ChatPlatform } from '../../src/chat/chat-platform.ts'
import { buttonSecret } from './answer/button-secret.ts'
import { createDiscord } from './index.ts'
import { preview } from './preview/preview.ts'
import { renderMessage } from './render.ts'
import { setUp } from './setup/set-up.ts'
import { readDiscordSettings } from './setup/settings.ts'

/** Discord before anybody is connected. */
export const discordPlatform: ChatPlatform = {
  platform: 'discord',

  open(env, tools) {
    const read = readDiscordSettings(env)
    return read.status === 'read'
      ? { status: 'open', adapter: createDiscord({ settings: read.settings, tools }) }
      : read
  },

  setUp: (dialogue) => setUp(dialogue),

  preview(message, topicName) {
    const options = { secret: buttonSecret('preview'), topicName }
    return { html: preview(message, options), payload: renderMessage(message, options) }
  },
}
