import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `dragoman` as a process of its own, with nothing of this machine's environment but the path. */
export async function runDragoman(
  args: readonly string[],
  options: {
    readonly input?: string
    readonly env?: Readonly<Record<string, string>>
    readonly user?: number
  } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { PATH: process.env['PATH'], DRAGOMAN_ENV_FILE: '/dev/null', ...options.env },
    stdio: 'pipe',
    ...(options.user !== undefined && { uid: options.user, gid: options.user }),
  })
  child.stdin.on('error', () => undefined).end(options.input ?? '')
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, out, err }
}
