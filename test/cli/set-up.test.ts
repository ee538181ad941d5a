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

/** Asks for three lines, the second as a secret. */
const asking: ChatPlatform = {
  platform: 'slack',
  destinations: { pattern: /^slack:/u, example: 'slack:C' },
  workspaces: { pattern: /^slack:/u, example: 'slack:T' },
  open: async () => ({ status: 'absent' }),
  preview: async () => ({ html: '', payload: null }),
  async setUp(dialogue) {
    dialogue.say('Three questions.')
    const name = await dialogue.ask('Name?')
    const token = await dialogue.ask('Token?', { secret: true })
    const channel = await dialogue.ask('Channel?')
    await dialogue.keep({ NAME: name, TOKEN: token, CHANNEL: channel })
  },
}

/** Types each line once its question is shown, as a person does; a pipe sends all at once. */
async function runSetup(
  args: readonly string[],
  typed: readonly string[],
  { isTTY = false, file = join(directory, 'env') } = {},
) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined })
  const output = Object.assign(new PassThrough(), { isTTY: false })
  const errors = Object.assign(new PassThrough(), { isTTY: false })
  let code = 0
  let out = ''
  const lines = [...typed]
  output.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (isTTY && chunk.toString().endsWith('? ')) setImmediate(() => input.write(lines.shift() ?? ''))
  })
  if (!isTTY) input.end(typed.join(''))
  await runCli(args, {
    env: { DRAGOMAN_ENV_FILE: file },
    input,
    output,
    errors,
    stopped: new Promise(() => undefined),
    openFiles: null,
    setExitCode: (given) => (code = given),
    terminal: () => Promise.reject(new Error('not asked for')),
    platforms: [asking, { ...asking, platform: 'discord' }],
  })
  return { code, out, err: String(errors.read() ?? ''), input }
}

it('asks, shows what is typed but no secret, and writes the env file', async () => {
  const { code, out, input } = await runSetup(['setup', 'slack'], ['desk\r', 'xoxb-secret\r', 'lobby\r'], {
    isTTY: true,
  })
  expect(code).toBe(0)
  expect(out).toContain('Three questions.')
  expect(out).toContain('desk')
  expect(out).toContain('lobby')
  expect(out).not.toContain('xoxb')
  expect(out).toMatch(/Token\? \S*\n[^\n]*\nWritten to .*env: NAME, TOKEN, CHANNEL\n$/u)
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('NAME=desk\nTOKEN=xoxb-secret\nCHANNEL=lobby\n')
  // Otherwise the program would wait for more for ever.
  expect(input.isPaused()).toBe(true)
})

it('makes the env file that is named and not there yet, and its directory', async () => {
  const file = join(directory, 'secrets', 'env')
  const { code } = await runSetup(['setup', 'slack'], ['desk\n', 'xoxb-secret\n', 'lobby\n'], { file })
  expect(code).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe('NAME=desk\nTOKEN=xoxb-secret\nCHANNEL=lobby\n')
})

it('is what other commands lead to when the env file is not there, with code 2', async () => {
  const { code, err } = await runSetup(['doctor'], [], { file: join(directory, 'nowhere') })
  expect(code).toBe(2)
  expect(err).toMatch(/nowhere, which does not exist\. “dragoman setup slack”/u)
})

it('takes piped lines', async () => {
  const { out } = await runSetup(['setup', 'slack'], [' desk \n', 'xoxb-secret\n', 'lobby\n'])
  expect(out).toMatch(/Name\? .*Token\? .*Channel\? /su)
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('NAME=desk\nTOKEN=xoxb-secret\nCHANNEL=lobby\n')
})

it('ends with 130 at Ctrl-C, and writes nothing', async () => {
  const { code, err } = await runSetup(['setup', 'slack'], ['desk\r', '\u0003'], { isTTY: true })
  expect({ code, err }).toEqual({ code: 130, err: 'stopped before it was done; nothing was written\n' })
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('')
})

it('says what it was waiting for when nobody answers, and writes nothing', async () => {
  const { code, err } = await runSetup(['setup', 'slack'], ['desk\n'])
  expect(code).toBe(1)
  expect(err).toContain('Token?')
  expect(readFileSync(join(directory, 'env'), 'utf8')).toBe('')
})

it('names the platforms there are', async () => {
  const { code, err } = await runSetup(['setup', 'telegram'], [])
  expect(code).toBe(2)
  expect(err).toContain('slack or discord')
})
