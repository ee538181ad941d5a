import type { ChatPlatform } from '../../src/chat/chat-platform.ts'
import { createSlack } from './index.ts'
import { preview } from './preview/preview.ts'
import { readSettings } from './setup/settings.ts'
import { setUpSlack } from './setup/set-up.ts'

/** Slack, before anybody is connected. */
export const slackPlatform: ChatPlatform = {
  platform: 'slack',
  open(env, tools) {
    const read = readSettings(env)
    return read.status === 'set'
      ? { status: 'open', adapter: createSlack({ settings: read.settings, tools }) }
      : read
  },
  setUp: (dialogue, env) => setUpSlack(dialogue, env),
  preview,
}
