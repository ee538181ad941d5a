import { discordPlatform } from '../../../adapters/discord/platform.ts'
import { slackPlatform } from '../../../adapters/slack/platform.ts'
import { openTerminal } from '../../../adapters/terminal/platform.ts'
import type { ChatPlatform } from '../../../src/chat/chat-platform.ts'
import { runCli } from '../../../src/cli/run-cli.ts'

/**
 * Run by the drill as a separate process: the command `dragoman` as `main.ts` runs it, with Discord's API at
 * a loopback address, for which the program itself has no setting.
 */
const api = process.env['DRILL_DISCORD_API'] ?? ''

const discordOnLoopback: ChatPlatform = {
  ...discordPlatform,
  async open(env, tools) {
    const { readSettings } = await import('../../../adapters/discord/setup/settings.ts')
    const read = readSettings(env)
    if (read.status !== 'set') return read
    const { createDiscord } = await import('../../../adapters/discord/index.ts')
    return { status: 'open', adapter: createDiscord({ settings: read.settings, tools, rest: { api } }) }
  },
}

const stop = Promise.withResolvers<void>()
process.once('SIGTERM', () => stop.resolve())
await runCli(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  stopped: stop.promise,
  openFiles: null,
  setExitCode: (code) => void (process.exitCode = code),
  terminal: async () => openTerminal(process),
  platforms: [slackPlatform, discordOnLoopback],
})
