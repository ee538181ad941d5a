import { GatewayIntentBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { openClient } from '../../../adapters/discord/transport/open-client.ts'

describe('openClient', () => {
  const { options } = openClient()

  it('asks for servers and for messages, and for no intent that Discord has to allow', () => {
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
    expect(options.intents.bitfield).toBe(Guilds | GuildMessages | DirectMessages)
  })

  it('lets Discord say how many shards there are', () => {
    expect(options.shards).toBe('auto')
  })

  it('mentions nobody by itself', () => {
    expect(options.allowedMentions).toEqual({ parse: [] })
  })

  it('forgets threads that are archived, hour by hour', () => {
    expect(options.sweepers?.threads).toEqual({ interval: 3_600, lifetime: 3_600 })
  })
})
