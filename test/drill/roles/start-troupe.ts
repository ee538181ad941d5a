import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { endWithUs } from '../end-with-us.ts'

/** Each role in two processes. */
export const TROUPE = [
  'reader,editor',
  'reader,editor',
  'briefer,slack',
  'briefer,slack',
  'discord,editor',
  'discord,reader',
] as const

export interface Troupe {
  /** Kills the n-th process on the spot and starts another one in its place. */
  replace(nth: number): void
  /**
   * Asks all processes to end and waits for them. Returns complaints about those that had to be killed or had
   * ended by themselves.
   */
  end(): Promise<readonly string[]>
  /** How many processes have started their work so far. */
  started(): number
  /** Start times of rounds in which everything due was decided, in real milliseconds since 1970. */
  readonly decidedAt: readonly number[]
}

/** The fields of a log line that the drill reads. */
const lineSchema = z.looseObject({
  msg: z.string().optional(),
  time: z.number().optional(),
  tookMs: z.number().optional(),
})

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Milliseconds for a requested end. */
const FAREWELL_MS = 20_000

/** Milliseconds before a restart, as a supervisor waits. */
const RESTART_MS = 1_000

/**
 * Starts six processes of the bot on one store. Their output is written to `directory`. One that ends by
 * itself is restarted, as a supervisor does, and reported unless excused: a process ends if it starts while
 * there is no server, or loses its role as Discord's process because of that.
 */
export function startTroupe(
  directory: string,
  env: Readonly<Record<string, string>>,
  isExcused: () => boolean,
): Troupe {
  const decidedAt: number[] = []
  let started = 0
  const complaints: string[] = []
  let isEnding = false

  function start(nth: number): ChildProcess {
    const roles = TROUPE[nth] ?? ''
    const data = join(directory, `data-${nth}`)
    mkdirSync(data, { recursive: true })
    const child = endWithUs(
      spawn(
        process.execPath,
        [fileURLToPath(new URL('start-role.ts', import.meta.url)), 'start', '--role', roles],
        {
          env: {
            PATH: process.env['PATH'],
            NODE_COMPILE_CACHE: join(directory, 'compiled'),
            DRAGOMAN_ENV_FILE: '/dev/null',
            DRAGOMAN_DATA: data,
            ...env,
          },
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      ),
    )
    const said = createWriteStream(join(directory, `said-${nth}`), { flags: 'a' })
    child.stderr.pipe(said)
    createInterface({ input: child.stderr }).on('line', (line) => {
      const { msg, time = 0, tookMs = 0 } = lineSchema.safeParse(readJson(line)).data ?? {}
      if (msg === 'started') started += 1
      if (msg === 'decided') decidedAt.push(time - tookMs)
    })
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL' || isEnding) return
      if (!isExcused()) complaints.push(`${roles} ended by itself with ${code ?? signal}`)
      setTimeout(() => {
        if (lives[nth] === child && !isEnding) lives[nth] = start(nth)
      }, RESTART_MS)
    })
    return child
  }
  const lives: ChildProcess[] = []
  for (const nth of TROUPE.keys()) lives.push(start(nth))
  return {
    started: () => started,
    decidedAt,
    replace(nth) {
      lives[nth]?.kill('SIGKILL')
      lives[nth] = start(nth)
    },
    async end() {
      isEnding = true
      await Promise.all(
        lives.map(async (child, nth) => {
          if (child.exitCode !== null || child.signalCode !== null) return
          const ended = once(child, 'exit')
          child.kill('SIGTERM')
          const forced = setTimeout(() => {
            complaints.push(`${TROUPE[nth]} did not end when it was asked to`)
            child.kill('SIGKILL')
          }, FAREWELL_MS)
          await ended
          clearTimeout(forced)
        }),
      )
      return complaints
    },
  }
}
