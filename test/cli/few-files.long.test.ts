import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'

/** Runs `dragoman` with this limit of open files. */
async function runWith(files: number, args: readonly string[]) {
  const child = spawn(
    'sh',
    ['-c', `ulimit -n ${files}; exec "$0" src/main.ts "$@"`, process.execPath, ...args],
    {
      env: {
        PATH: process.env['PATH'],
        DRAGOMAN_ENV_FILE: '/dev/null',
        DRAGOMAN_CONFIG: aConfigDirectory(),
        DRAGOMAN_DATA: aTemporaryDirectory(),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 80_000,
      killSignal: 'SIGKILL',
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, out, err }
}

describe('a process that may open few files', { timeout: 240_000 }, () => {
  it.each(['start', 'demo', 'brief', 'sources', 'doctor', 'setup slack', 'tag'])(
    '%s: says in one sentence how to get more',
    async (command) => {
      expect(await runWith(40, command.split(' '))).toEqual({
        code: 1,
        out: '',
        err: expect.stringMatching(
          /^dragoman: this process may have 40 files open at a time, .*ulimit -n 1024.*\n$/u,
        ),
      })
    },
  )

  it('helps all the same', async () => {
    expect(await runWith(40, ['--help'])).toMatchObject({ code: 0, err: '' })
  })

  it('works with as many as it asks for', async () => {
    expect(await runWith(128, ['demo', '--json'])).toMatchObject({ code: 0, err: '' })
  })
})
