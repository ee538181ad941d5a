import type { ChatAdapter } from '../../src/chat/chat-adapter.ts'

/** The end of the path without a platform: an adapter that answers at once. */
export function answeringAtOnce(): ChatAdapter {
  let posted = 0
  return {
    platform: 'terminal',
    repeatsAreRecognisedForMs: 0,
    start: () => Promise.resolve(),
    async post(channel, _message, { journal }) {
      const id = await journal.send({ number: 0 }, async (handOver) => {
        await handOver()
        posted += 1
        return String(posted)
      })
      return { platform: 'terminal', channel, messageIds: id === null ? [] : [id] }
    },
    update: () => Promise.resolve(),
    acceptsToken: () => Promise.resolve(true),
    directChannel: (person) => Promise.resolve(person),
    stop: () => Promise.resolve(),
  }
}
