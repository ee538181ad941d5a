import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { discordPlatform } from '../../adapters/discord/platform.ts'
import { slackPlatform } from '../../adapters/slack/platform.ts'
import { openTerminal } from '../../adapters/terminal/platform.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { serveSample, type ServedSample } from '../../src/demo/serve-sample.ts'
import { Pinboard } from '../fakes/pinboard/index.ts'
import { pinboardPlatform } from '../fakes/pinboard/platform.ts'

/** The sample edition at 07:50 in Istanbul on its last day, and a clock that runs ten minutes in a minute. */
const MORNING = '2026-03-12T04:50:00Z'

describe('a platform is a folder and a line', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-pinboard-'))
  const config = join(home, 'config')
  const envFile = join(home, 'env')
  const pinboard = new Pinboard()
  let sample: ServedSample

  beforeAll(async () => {
    sample = await serveSample('config/sample', { now: () => Date.parse(MORNING) })
    cpSync('config/sample/settings', config, { recursive: true })
    // JSON is valid YAML.
    writeFileSync(join(config, 'sources.yaml'), JSON.stringify({ sources: sample.sources }))
    writeFileSync(join(config, 'briefings.yaml'), JSON.stringify({ briefings: [briefing()] }))
    writeFileSync(envFile, '')
  })
  afterAll(async () => {
    await sample.close()
    rmSync(home, { recursive: true })
  })

  async function run(args: readonly string[], { typed = '', stopped = NEVER } = {}) {
    const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()]
    input.end(typed)
    const [out, err] = [text(output), text(errors)]
    let code: number | null = null
    await runCli(args, {
      env: {
        DRAGOMAN_ENV_FILE: envFile,
        DRAGOMAN_CONFIG: config,
        DRAGOMAN_DATA: join(home, 'data'),
        DRAGOMAN_LOG_LEVEL: 'silent',
        DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
      },
      input,
      output,
      errors,
      stopped,
      openFiles: null,
      setExitCode: (given) => void (code = given),
      terminal: async () => openTerminal(process),
      platforms: [slackPlatform, discordPlatform, pinboardPlatform(pinboard)],
    })
    output.end()
    errors.end()
    return { code, out: await out, err: await err }
  }

  it('is set up', async () => {
    await expect(run(['setup', 'pinboard'], { typed: 'a-long-key\n' })).resolves.toMatchObject({ code: null })
    expect(readFileSync(envFile, 'utf8')).toBe('PINBOARD_KEY=a-long-key\n')
  })

  it('has the briefing of the file posted at its time, and answers what is asked', async () => {
    const stop = Promise.withResolvers<void>()
    const running = run(['start', '--clock-from', MORNING, '--clock-speed', '120'], { stopped: stop.promise })
    await vi.waitFor(() => expect(pinboard.notes).not.toEqual([]), { timeout: 50_000 })
    const answered = await pinboard.ask?.('harbour/lobby', 'search wheat')
    const subscribed = await pinboard.ask?.('harbour/lobby', 'subscribe syria daily')
    stop.resolve()
    expect((await running).err).toBe('')
    expect(pinboard.notes).toEqual([
      {
        board: 'harbour/lobby',
        lines: expect.arrayContaining(['The morning', expect.stringMatching(/^- ./u)]),
      },
    ])
    expect(answered).toContainEqual(expect.stringMatching(/wheat/iu))
    expect(subscribed).toEqual(['subscription'])
  })

  it('is forgotten', async () => {
    await expect(run(['forget', 'pinboard:harbour'])).resolves.toMatchObject({
      code: null,
      out: expect.stringMatching(/^pinboard:harbour is forgotten: 1 subscriptions/u),
    })
    await expect(run(['forget', 'pinboard:harbour/lobby'])).resolves.toMatchObject({
      code: 2,
      err: expect.stringContaining('slack:T0123456, discord:1234567890 or pinboard:OFFICE'),
    })
  })

  it('says where briefings may go', async () => {
    writeFileSync(join(config, 'briefings.yaml'), JSON.stringify({ briefings: [briefing('pinboard:lobby')] }))
    await expect(run(['start'])).resolves.toMatchObject({
      code: 2,
      err: expect.stringContaining('discord:SERVER/CHANNEL or pinboard:OFFICE/BOARD with their ids'),
    })
  })
})

const briefing = (to = 'pinboard:harbour/lobby') => ({
  id: 'morning',
  title: 'The morning',
  to,
  at: ['08:00'],
  zone: 'Europe/Istanbul',
})

const NEVER = new Promise<void>(() => undefined)
