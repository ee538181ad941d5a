import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run-cli.ts'
import type { ChatPlatform } from '../../src/chat/chat-platform.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dragoman-setup-'))
  writeFileSync(join(directory, 'env'), '')
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Asks for two lines, the second in secret. */
const asking: ChatPlatform = {
  platform: 'slack',
  open: () => ({ status: 'absent' }),
  preview: () => ({ html: '', payload: null }),
  async setUp(dialogue) {
    dialogue.say('Two questions.')
    const name = await dialogue.ask('Name?')
    const token = await dialogue.ask('Token?', { secret: true })
    await dialogue.keep({ NAME: name, TOKEN: token })
  },
}

async function runSetup(
  args: readonly string[],
  typed: string,
  isTTY: boolean,
  file = join(directory, 'env'),
) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined })
  const output = Object.assign(new PassThrough(), { isTTY: false })
  const errors = Object.assign(new PassThrough(), { isTTY: false })
  let code = 0
  input.end(typed)
  await runCli(args, {
    env: { DRAGOMAN_ENV_FILE: file },
    input,
    output,
    errors,
    stopped: new Promise(() => undefined),
    setExitCode: (given) => (code = given),
    terminal: () => Promise.reject(new Error('not asked for')),
    platforms: () => Promise.resolve([asking]),
  })
  return { code, out: String(output.read() ?? ''), err: String(errors.read() ?? '') }
}

it('asks, writes the env file, and shows no secret', async () => {
  const { code, out } = await runSetup(['setup', 'slack'], 'desk\nxoxb-secret\n', true)
  expect(code).toBe(0)
  expect(out).toContain('Two questions.')
  expect(out).not.toContain('xoxb-secret')
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('NAME=desk\nTOKEN=xoxb-secret\n')
})

it('makes the env file that is named and not there yet, and its directory', async () => {
  const file = join(directory, 'secrets', 'env')
  const { code } = await runSetup(['setup', 'slack'], 'desk\nxoxb-secret\n', false, file)
  expect(code).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe('NAME=desk\nTOKEN=xoxb-secret\n')
})

it('is what other commands lead to when the env file is not there, with code 2', async () => {
  const { code, err } = await runSetup(['doctor'], '', false, join(directory, 'nowhere'))
  expect(code).toBe(2)
  expect(err).toMatch(/nowhere, which does not exist\. “dragoman setup slack”/u)
})

it('takes piped lines', async () => {
  await runSetup(['setup', 'slack'], 'desk\nxoxb-secret\n', false)
  expect(readFileSync(join(directory, 'env'), 'utf8')).toContain('TOKEN=xoxb-secret')
})

it('says what it was waiting for when nobody answers, and writes nothing', async () => {
  const { code, err } = await runSetup(['setup', 'slack'], 'desk\n', false)
  expect(code).toBe(1)
  expect(err).toContain('Token?')
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('')
})

it('names the platforms there are', async () => {
  const { code, err } = await runSetup(['setup', 'telegram'], '', false)
  expect(code).toBe(2)
  expect(err).toContain('slack or discord')
})
