import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'

/** Runs the bot, changes the file of its store, and returns how the bot ended. */
async function runWhile(change: (file: string) => void) {
  const data = aTemporaryDirectory()
  const file = join(data, 'dragoman.sqlite')
  const child = spawn(process.execPath, ['src/main.ts', 'start'], {
    env: {
      PATH: process.env['PATH'],
      DRAGOMAN_ENV_FILE: '/dev/null',
      DRAGOMAN_CONFIG: aConfigDirectory({ 'sources.yaml': 'sources: []\n' }),
      DRAGOMAN_DATA: data,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  while (!log.includes('"started"')) await setTimeout(50)
  change(file)
  await Promise.race([once(child, 'close'), setTimeout(20_000)])
  return { code: child.exitCode, told: log.split('\n').filter((line) => line.startsWith('dragoman: ')), file }
}

describe('a bot whose store is taken from it', { timeout: 180_000 }, () => {
  it.each<[string, string, (file: string) => void]>([
    ['removed', '', (file) => rmSync(file)],
    ['moved away', '', (file) => renameSync(file, `${file}.old`)],
    [
      'replaced by a copy',
      '',
      (file) => {
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
    ['left without its log', '-wal', (file) => rmSync(`${file}-wal`)],
    ['left without its lock', '.lock', (file) => rmSync(`${file}.lock`)],
  ])('ends with the reason when it is %s', async (_what, end, change) => {
    const { code, told, file } = await runWhile(change)
    expect({ code, told }).toEqual({
      code: 1,
      told: [
        `dragoman: ${file}${end} was removed or replaced while Dragoman ran, and what was kept since may be lost with it. Put the right file in its place, or restore the newest backup, and start Dragoman again.`,
      ],
    })
  })

  it('goes on when something else beside it changes', async () => {
    const { code } = await runWhile((file) => writeFileSync(`${file}.copy`, ''))
    expect(code).toBeNull()
  })
})
