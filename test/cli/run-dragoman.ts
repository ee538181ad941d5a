import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { discordPlatform } from '../../adapters/discord/platform.ts'
import { slackPlatform } from '../../adapters/slack/platform.ts'
import { openTerminal } from '../../adapters/terminal/platform.ts'
import { runCli } from '../../src/cli/run-cli.ts'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Nothing of this machine's environment but where programs and what Node compiled before are. */
export const CLEAN = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  DRAGOMAN_ENV_FILE: '/dev/null',
}

/**
 * Runs `dragoman` here, as its process would: a process of its own takes a second to load what is loaded here
 * already.
 */
export async function runDragoman(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const env = { ...CLEAN, ...options.env }
  const input = Readable.from([options.input ?? ''])
  const output = new PassThrough()
  const errors = new PassThrough()
  const said = Promise.all([text(output), text(errors)])
  let code = 0
  await runCli(args, {
    env,
    input,
    output,
    errors,
    stopped: Promise.withResolvers<void>().promise,
    openFiles: null,
    setExitCode: (given) => void (code = given),
    terminal: async () => openTerminal({ env, stdin: input, stdout: output }),
    platforms: [slackPlatform, discordPlatform],
  })
  output.end()
  errors.end()
  const [out, err] = await said
  return { code, out, err }
}

/** Runs `dragoman` as a process of its own, perhaps as another user. */
export async function spawnDragoman(
  args: readonly string[],
  { input = '', env = {}, user }: RunOptions & { readonly user?: number | undefined } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { ...CLEAN, ...env },
    stdio: 'pipe',
    ...(user !== undefined && { uid: user, gid: user }),
  })
  child.stdin.on('error', () => undefined).end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, out, err }
}
