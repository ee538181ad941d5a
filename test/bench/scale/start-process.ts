import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { memoryOf, processorSecondsOf } from './process-figures.ts'

/** A measured process of the bot. */
export interface RoleProcess {
  readonly name: string
  /** Resolves when its log contains `text`; rejects if it ended before. */
  said(text: string): Promise<void>
  /** Resident memory, now and at its peak, in megabytes. */
  memory(): { readonly now: number; readonly most: number }
  /** Processor time of all its threads so far, in seconds. */
  processorSeconds(): number
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts `dragoman start …` with no other environment variables than those given. */
export function startProcess(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RoleProcess {
  const program = fileURLToPath(new URL('../../drill/roles/start-role.ts', import.meta.url))
  const child = spawn(process.execPath, [program, 'start', ...args], {
    env: { PATH: process.env['PATH'], DRAGOMAN_ENV_FILE: '/dev/null', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  const heard = new Set<() => void>()
  child.stderr.on('data', (data: Buffer) => {
    log += data.toString()
    for (const hear of heard) hear()
  })
  return {
    name,
    said: (text) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          if (!log.includes(text)) return
          heard.delete(hear)
          resolve()
        }
        heard.add(hear)
        child.once('exit', () => reject(new Error(`${name} ended: ${log.slice(-500)}`)))
        hear()
      }),
    memory: () => memoryOf(child.pid),
    processorSeconds: () => processorSecondsOf(child.pid),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      const forced = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS)
      await ended
      clearTimeout(forced)
    },
  }
}

const FAREWELL_MS = 15_000
