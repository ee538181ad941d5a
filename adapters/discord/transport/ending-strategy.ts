import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js'

/**
 * Connections that stay ended. One of @discordjs/ws 1.2 that is destroyed while it logs in takes the end of
 * its wait for a timeout (`WebSocketShard.waitForEvent`), and connects again half a second later, for ever.
 * Before it does, it asks for its last session, which it is not told any more.
 */
export const endingStrategy: NonNullable<WebSocketOptions['buildStrategy']> = (manager) => {
  const retrieve = manager.options.retrieveSessionInfo.bind(manager.options)
  let isOver = false
  manager.options.retrieveSessionInfo = (shard) =>
    isOver ? Promise.withResolvers<null>().promise : retrieve(shard)
  const strategy = new SimpleShardingStrategy(manager)
  const [spawn, destroy] = [strategy.spawn.bind(strategy), strategy.destroy.bind(strategy)]
  // Those of before are destroyed before any are spawned.
  strategy.spawn = (shards) => {
    isOver = false
    return spawn(shards)
  }
  strategy.destroy = (options) => {
    isOver = true
    return destroy(options)
  }
  return strategy
}
