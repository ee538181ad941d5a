import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTerminal } from '../../adapters/terminal/index.ts'
import { createDiscord } from '../../adapters/discord/index.ts'
import { discordPlatform } from '../../adapters/discord/platform.ts'
import { localAsker } from '../../src/chat/local.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { GUILD } from '../fakes/discord/discord-bench.ts'
import { FAKE_TOKEN, openDiscord, type FakeDiscord } from '../fakes/discord/discord-server.ts'
import { patiently } from '../patiently.ts'

describe('dragoman start, where a platform cannot be spoken with', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-fatal-'))
  let discord: FakeDiscord
  let runs = 0

  beforeAll(() => {
    mkdirSync(join(home, 'config'))
    writeFileSync(
      join(home, 'config', 'sources.yaml'),
      'sources:\n  - { id: gazette, name: Gazette, homepage: "https://gazette.example/", feed: "http://127.0.0.1:9/", country: LB, language: en, ownership: private, region: middle-east }\n',
    )
    writeFileSync(
      join(home, 'config', 'briefings.yaml'),
      'briefings:\n  - { id: morning, title: Morning, at: ["08:00"] }\n',
    )
  })
  beforeEach(async () => {
    discord = await openDiscord({ guilds: [{ id: GUILD, channels: [] }] })
  })
  afterEach(() => discord.close())
  afterAll(() => rmSync(home, { recursive: true }))

  /** Runs `dragoman start` on this Discord and returns how it ended. */
  async function start(guild: string | null = null): Promise<{ code: number | null; told: string }> {
    const [output, errors] = [new PassThrough(), new PassThrough()]
    output.resume()
    const told = text(errors)
    let code: number | null = null
    await runCli(['start'], {
      openFiles: null,
      env: {
        DRAGOMAN_ENV_FILE: '/dev/null',
        DRAGOMAN_CONFIG: join(home, 'config'),
        DRAGOMAN_DATA: join(home, `data-${(runs += 1)}`),
        DRAGOMAN_LOG_LEVEL: 'silent',
        DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
      },
      input: new PassThrough(),
      output,
      errors,
      stopped: new Promise(() => undefined),
      setExitCode: (given) => void (code = given),
      terminal: async () => ({
        create: (own) =>
          createTerminal({ ...own, asker: localAsker(own.zone, own.language), input: null, output, env: {} }),
        render: () => '',
        renderMarkdown: () => Promise.resolve(''),
        renderJson: () => '',
      }),
      platforms: [
        {
          ...discordPlatform,
          open: async (_env, tools) => ({
            status: 'open',
            adapter: createDiscord({
              settings: {
                token: FAKE_TOKEN,
                admins: new Set(),
                guild,
                subscribers: 'everyone',
                crosspost: false,
              },
              tools,
              rest: { api: discord.api },
            }),
          }),
        },
      ],
    })
    errors.end()
    return { code, told: await told }
  }

  it('stops all by itself and ends with 2 when the token is taken back while it runs', async () => {
    const running = start()
    await patiently(() => expect(discord.world.commands.size).toBe(1))
    discord.gateway.end(4004)
    expect(await running).toEqual({
      code: 2,
      told: expect.stringMatching(/^dragoman: .*setup discord.*\n$/u),
    })
  })

  it('ends with 1 where no setting helps', async () => {
    const running = start()
    await patiently(() => expect(discord.world.commands.size).toBe(1))
    discord.gateway.end(4012)
    expect(await running).toMatchObject({ code: 1, told: expect.stringContaining('newer Dragoman') })
  })

  it('does not hang when it cannot start: it says what to do, and ends with 2', async () => {
    expect(await start('200000000000000077')).toMatchObject({
      code: 2,
      told: expect.stringContaining('https://discord.com/oauth2/authorize?'),
    })
    // Its connections are closed.
    await patiently(() => expect(discord.gateway.connections()).toBe(0))
  })
})
