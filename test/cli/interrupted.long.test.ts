import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'

/**
 * Sends a message when the process handles interrupts; before that an interrupt ends it by the signal itself.
 */
const TELLS = `data:text/javascript,process.on('newListener', (name) => name === 'SIGINT' && setImmediate(() => process.send('ready')))`

/** Interrupts a command once it handles interrupts and `isUnderWay` is true for its output. */
async function interrupt(args: readonly string[], isUnderWay: (out: string) => boolean) {
  const file = join(aTemporaryDirectory(), 'env')
  const child = spawn(process.execPath, ['--import', TELLS, 'src/main.ts', ...args], {
    env: { PATH: process.env['PATH'], ...(args[0] === 'setup' && { DRAGOMAN_ENV_FILE: file }) },
    cwd: process.cwd(),
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('The child has no streams.')
  const errors = text(stderr)
  let out = ''
  stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  await once(child, 'message')
  while (!isUnderWay(out)) await setTimeout(50)
  child.kill('SIGINT')
  await once(child, 'close')
  return { code: child.exitCode, signal: child.signalCode, errors: await errors, isWritten: existsSync(file) }
}

describe('Ctrl-C', { timeout: 180_000 }, () => {
  it('ends the demo with 130 while it reads', async () => {
    expect(await interrupt(['demo'], () => true)).toEqual({
      code: 130,
      signal: null,
      errors: 'stopped before the sample edition was read; nothing is told\n',
      isWritten: false,
    })
  })

  it('ends the demo with 130 while it waits for words', async () => {
    expect(await interrupt(['demo', '--ask'], (out) => out.includes('sources answered'))).toMatchObject({
      code: 130,
      errors: '',
    })
  })

  it.each(['slack', 'discord'])('ends the setup of %s with 130, and writes nothing', async (platform) => {
    expect(await interrupt(['setup', platform], (out) => /\? *$|: *$/u.test(out))).toEqual({
      code: 130,
      signal: null,
      errors: 'stopped before it was done; nothing was written\n',
      isWritten: false,
    })
  })
})
