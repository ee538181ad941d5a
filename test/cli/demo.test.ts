import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTerminal } from '../../adapters/terminal/platform.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { runDragoman } from './run-dragoman.ts'

/**
 * Runs a demo and returns what is shown on a terminal, piece by piece: the progress on standard error and the
 * answer on standard output, whose text is `out`.
 */
async function onTerminal(args: readonly string[], env: Readonly<Record<string, string>>) {
  const shown: string[] = []
  let out = ''
  const input = new PassThrough()
  const output = new PassThrough().on('data', (piece: Buffer) => {
    shown.push('the answer')
    out += piece.toString()
  })
  const errors = Object.assign(new PassThrough(), { isTTY: true })
  errors.on('data', (piece: Buffer) => shown.push(piece.toString()))
  const loaded: string[] = []
  let code = 0
  await runCli(['demo', ...args], {
    openFiles: null,
    env: { DRAGOMAN_ENV_FILE: '/dev/null', ...env },
    input,
    output,
    errors,
    stopped: new Promise(() => undefined),
    setExitCode: (given) => (code = given),
    terminal() {
      if (loaded.length === 0) loaded.push(...shown)
      return Promise.resolve(openTerminal({ env, stdin: input, stdout: output }))
    },
    platforms: [],
  })
  return { shown, loaded, out, code }
}

const bars = (shown: readonly string[]) =>
  shown.flatMap((piece) => /reading .* (\d+) of (\d+) hours of sample news/u.exec(piece)?.slice(1) ?? [])

describe('dragoman demo', { timeout: 120_000 }, () => {
  it('heads its briefing in the language that is asked for, and needs no place on disk', async () => {
    const env = { DRAGOMAN_LANGUAGE: 'fa', TMPDIR: '/nowhere' }
    const { out, err, code } = await runDragoman(['demo', '--json'], { env })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out).briefing).toMatchObject({ title: 'جهان در شمارهٔ نمونه', language: 'fa' })
  })

  // Both tests look at one run: it takes three seconds.
  describe('with all that the desk says', () => {
    let demo: Awaited<ReturnType<typeof onTerminal>>
    beforeAll(async () => {
      demo = await onTerminal(['--desk', '--markdown'], {})
    })

    it('shows words, figures, outlets side by side, what comes, how much is told', () => {
      expect(demo.code).toBe(0)
      for (const line of ['Words of ministry', 'Dead: 23', 'Side by side', 'Upcoming', 'Coverage'])
        expect(demo.out).toContain(line)
      expect(demo.out).not.toContain('I don’t know')
    })

    it('shows a terminal how far it is until the answer stands there', () => {
      const { shown, loaded } = demo
      expect(bars(shown).slice(0, 2)).toEqual(['0', '78'])
      expect(bars(shown).slice(-2)).toEqual(['78', '78'])
      expect(bars(shown).length).toBeGreaterThan(6)
      expect(shown.at(-1)).toBe('the answer')
      // The bar is removed before anything is drawn: the line is cleared and the cursor is shown again.
      expect(loaded.slice(-5).join('')).toContain('\u001B[?25h')
      expect(loaded.at(-1)).toBe('\u001B[2K')
    })
  })

  it('takes the bar away before it tells a mistake, which would stand in the same line', async () => {
    const { shown, code } = await onTerminal([], { DRAGOMAN_LANGUAGE: 'xx' })
    expect(code).toBe(2)
    expect(bars(shown).slice(0, 2)).toEqual(['0', '78'])
    expect(shown.at(-1)).toMatch(/^environment: DRAGOMAN_LANGUAGE: unknown language 'xx'/u)
    expect(shown.at(-2)).toBe('\u001B[2K')
  })
})

describe('dragoman preview', () => {
  it.each([
    [
      'discord',
      'discord shows nothing that is called "door"; it shows messages only, so leave --surface out.\n',
    ],
    [
      'slack',
      'slack shows nothing that is called "door"; beside messages it shows home, joined or mention.\n',
    ],
  ])('says what %s shows where it is asked for something else', async (platform, err) => {
    expect(await runDragoman(['preview', platform, '--surface', 'door'])).toEqual({ code: 2, out: '', err })
  })
})
