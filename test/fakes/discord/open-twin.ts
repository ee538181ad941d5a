import { mkdtempSync, rmSync } from 'node:fs'
import { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ChannelType, DefaultRestOptions, type ClientOptions } from 'discord.js'
import { DigitalDiscord } from 'discord-digital-twin'
import { checkRequest } from './check-request.ts'
import { FAKE_TOKEN } from './discord-server.ts'

export interface Twin {
  readonly twin: DigitalDiscord
  readonly channel: string
  readonly user: string
  /** For the adapter. Every request is checked on its way. */
  readonly rest: NonNullable<ClientOptions['rest']>
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * Starts discord-digital-twin, another project's fake of Discord, on loopback. `close` throws if a request
 * was sent that Discord would refuse.
 */
export async function openTwin(): Promise<Twin> {
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-twin-'))
  const twin = new DigitalDiscord({
    channels: [{ name: 'desk', type: ChannelType.GuildText }],
    users: [{ username: 'ada' }],
    botToken: FAKE_TOKEN,
    // By default all twins of one process share a database.
    dbUrl: `file:${join(directory, 'twin.db')}`,
  })
  await onLoopback(() => twin.start())
  const [channel] = await twin.prisma.channel.findMany()
  const problems: string[] = []
  const requests: string[] = []
  return {
    twin,
    channel: channel?.id ?? '',
    user: (await twin.getFirstNonBotUserId()) ?? '',
    requests,
    async close() {
      await twin.stop()
      await twin.prisma.$disconnect()
      rmSync(directory, { recursive: true, force: true })
      if (problems.length > 0) throw new Error(`Discord would refuse:\n${problems.join('\n')}`)
    },
    rest: {
      api: twin.restUrl,
      makeRequest(url, init) {
        const { method = 'GET', body } = init
        const path = decodeURIComponent(new URL(url).pathname).replace(/^\/api\/v10/u, '')
        requests.push(`${method} ${path}`)
        problems.push(
          ...checkRequest({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined }),
        )
        return DefaultRestOptions.makeRequest(url, init)
      },
    },
  }
}

/** The twin listens on all interfaces and takes no address. While it starts, servers listen on loopback. */
async function onLoopback(start: () => Promise<void>): Promise<void> {
  const listen = Reflect.get(Server.prototype, 'listen')
  Server.prototype.listen = function listenOnLoopback(this: Server, ...given: unknown[]) {
    const [port, ...rest] = given
    return Reflect.apply(listen, this, [port, '127.0.0.1', ...rest])
  }
  try {
    await start()
  } finally {
    Server.prototype.listen = listen
  }
}
