import { openDiscord } from '../fakes/discord/discord-server.ts'

/**
 * Run as a separate process, so that its memory is not counted with the bot's: a fake Discord with thousands
 * of servers and the real rate limits.
 */
const [guilds = '0', channels = '0'] = process.argv.slice(2)

const discord = await openDiscord({
  guilds: Array.from({ length: Number(guilds) }, (_, guild) => ({
    id: `2${String(guild).padStart(17, '0')}`,
    channels: Array.from({ length: Number(channels) }, (_, channel) => ({
      id: `3${String(guild).padStart(12, '0')}${String(channel).padStart(5, '0')}`,
    })),
  })),
  withRates: true,
  checks: false,
})

process.on('message', () => {
  const { messages } = discord.world
  process.send?.({
    shown: messages.length,
    channels: new Set(messages.map(({ channel }) => channel)).size,
    refused: discord.rates.refused,
  })
})
process.send?.({ api: discord.api })
