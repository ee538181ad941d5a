import type { ChatPlatform } from '../../../src/chat/chat-platform.ts'
import { createPinboard, type Pinboard } from './index.ts'
import { renderMessage } from './render.ts'

/**
 * A platform that has no folder among our adapters: boards of offices, `pinboard:OFFICE/BOARD`, with notes
 * pinned to them.
 */
export function pinboardPlatform(pinboard: Pinboard): ChatPlatform {
  return {
    platform: 'pinboard',
    destinations: { pattern: /^pinboard:\w+\/\w+$/u, example: 'pinboard:OFFICE/BOARD' },
    workspaces: { pattern: /^pinboard:\w+$/u, example: 'pinboard:OFFICE' },

    async open({ PINBOARD_KEY: key }, tools) {
      if (!key) return { status: 'absent' }
      if (key !== pinboard.key)
        return { status: 'mistaken', mistakes: ['PINBOARD_KEY is not the key of this board'] }
      return { status: 'open', adapter: createPinboard(pinboard, tools) }
    },

    async setUp(dialogue) {
      const key = await dialogue.ask('Key of the board:', { secret: true })
      if (key !== pinboard.key) throw new Error('That key opens no board. Ask the caretaker for another.')
      await dialogue.keep({ PINBOARD_KEY: key })
    },

    async preview(message) {
      const payload = renderMessage(message)
      return { html: `<pre>${payload.join('\n')}</pre>`, payload }
    },
  }
}
