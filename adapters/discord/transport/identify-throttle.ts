import { SimpleIdentifyThrottler, type WebSocketOptions } from 'discord.js'

/**
 * discord.js's own pause between two logins, but one that stops when the waiting connection ends. The
 * throttler of
 * @discordjs/ws 1.2 sleeps on and then logs in over the next connection, which is not open yet. That throws
 * where nobody catches it (`WebSocketShard.connect` drops the promise of `internalConnect`).
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
