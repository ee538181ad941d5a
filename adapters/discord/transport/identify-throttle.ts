import { SimpleIdentifyThrottler, type WebSocketOptions } from 'discord.js'

/**
 * The pause between two logins that Discord asks for, as discord.js keeps it, and which ends with the connection that waits. That of @discordjs/ws 1.2 sleeps on: it
 * would log in over the next connection, which is not open yet, and that throws where nobody hears it (`WebSocketShard.connect` drops the promise of
 * `internalConnect`).
 */
export const identifyThrottle: NonNullable<WebSocketOptions['buildIdentifyThrottler']> = async (manager) => {
  const { session_start_limit } = await manager.fetchGatewayInformation()
  const throttler = new SimpleIdentifyThrottler(session_start_limit.max_concurrency)
  return {
    async waitForIdentify(shardId, signal) {
      await throttler.waitForIdentify(shardId, signal)
      signal.throwIfAborted()
    },
  }
}
