import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { endWithUs } from './end-with-us.ts'
import { wordSchema, type DrillPlan, type Order, type Standing } from './drill-plan.ts'

export interface LifeTools {
  /** Directory shared by all lives, for compiled code and their output. */
  readonly directory: string
  readonly onDecided: (at: number) => void
  readonly onFault: (text: string) => void
}

/** One process of the bot. */
export interface Life {
  readonly isAlive: () => boolean
  /** Resolves with true when it is connected and working; with false if it ended before. */
  readonly ready: Promise<boolean>
  /** Resolves when it has ended; with true if it was killed. */
  readonly ended: Promise<boolean>
  order(order: Order): void
  /** Its standing; null if it has ended. */
  ask(): Promise<Standing | null>
  /** Kills it; returns true if it was alive until then. */
  kill(): boolean
  /** Lets it end by itself; returns true if it had to be killed. */
  stop(): Promise<boolean>
}

/** Real milliseconds for a requested end. */
const FAREWELL_MS = 10_000

export function startLife(plan: DrillPlan, { directory, onDecided, onFault }: LifeTools): Life {
  const child: ChildProcess = endWithUs(
    fork(fileURLToPath(new URL('run-bot.ts', import.meta.url)), [JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Starting takes most of these lives, so stripped types are cached.
      env: { ...process.env, NODE_COMPILE_CACHE: `${directory}/compiled` },
    }),
  )
  const printed = createWriteStream(`${directory}/printed.txt`, { flags: 'a' })
  child.stdout?.pipe(printed, { end: false })
  child.stderr?.pipe(printed, { end: false })
  let isAlive = true
  const ready = Promise.withResolvers<boolean>()
  let standing = Promise.withResolvers<Standing | null>()
  const ended = once(child, 'exit').then(([, signal]) => {
    isAlive = false
    ready.resolve(false)
    standing.resolve(null)
    printed.end()
    return signal === 'SIGKILL'
  })
  child.on('message', (text) => {
    const word = wordSchema.parse(text)
    if (word.kind === 'ready') ready.resolve(true)
    else if (word.kind === 'decided') onDecided(word.at)
    else if (word.kind === 'fault') onFault(word.text)
    else {
      standing.resolve(word)
      standing = Promise.withResolvers()
    }
  })
  const order = (given: Order): void => {
    if (isAlive && child.connected) child.send(given, () => undefined)
  }

  return {
    isAlive: () => isAlive,
    ready: ready.promise,
    ended,
    order,
    ask() {
      if (!isAlive) return Promise.resolve(null)
      order({ kind: 'ask' })
      return standing.promise
    },
    kill() {
      if (!isAlive) return false
      isAlive = false
      return child.kill('SIGKILL')
    },
    async stop() {
      order({ kind: 'stop' })
      await Promise.race([ended, wait(FAREWELL_MS, undefined, { ref: false })])
      child.kill('SIGKILL')
      return ended
    },
  }
}
