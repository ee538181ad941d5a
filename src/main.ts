import { discordPlatform } from '../adapters/discord/platform.ts'
import { slackPlatform } from '../adapters/slack/platform.ts'
import { openFileLimit } from './cli/open-files.ts'
import { runCli } from './cli/run-cli.ts'

const stop = Promise.withResolvers<void>()
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isStopping = true
    stop.resolve()
  })
// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

await runCli(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  stopped: stop.promise,
  openFiles: openFileLimit(),
  setExitCode(code) {
    process.exitCode = code
  },
  terminal: async () => (await import('../adapters/terminal/platform.ts')).openTerminal(process),
  platforms: [slackPlatform, discordPlatform],
})

// A DNS lookup cannot be cancelled and would keep the process alive until it is answered.
if (isStopping) process.exit()
