import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run-cli.ts'
import { runDragoman } from './run-dragoman.ts'

/**
 * Returns what is shown on a terminal, piece by piece: the progress on standard error and the answer on
 * standard output.
 */
async function onTerminal(env: Readonly<Record<string, string>>) {
  const shown: string[] = []
  const output = new PassThrough().on('data', () => shown.push('the briefing'))
  const errors = Object.assign(new PassThrough(), { isTTY: true })
  errors.on('data', (piece: Buffer) => shown.push(piece.toString()))
  const loaded: string[] = []
  let code = 0
  await runCli(['demo'], {
    openFiles: null,
    env: { DRAGOMAN_ENV_FILE: '/dev/null', ...env },
    input: new PassThrough(),
    output,
    errors,
    stopped: new Promise(() => undefined),
    setExitCode: (given) => (code = given),
    terminal() {
      loaded.push(...shown)
      const rendered = Promise.resolve('')
      return Promise.resolve({
        create: () => {
          throw new Error('not asked for')
        },
        render: () => 'a briefing',
        renderMarkdown: () => rendered,
        renderJson: () => '{}',
      })
    },
    platforms: [],
  })
  return { shown, loaded, code }
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

  it('shows what the desk says of it: words, figures, outlets side by side, what comes, how much is told', async () => {
    const { out, code } = await runDragoman(['demo', '--desk', '--markdown'], {})
    expect(code).toBe(0)
    for (const line of ['Words of ministry', 'Dead: 23', 'Side by side', 'Upcoming', 'Coverage'])
      expect(out).toContain(line)
    expect(out).not.toContain('I don’t know')
  })

  it('shows a terminal how far it is until the briefing stands there', async () => {
    const { shown, loaded, code } = await onTerminal({})
    expect(code).toBe(0)
    expect(bars(shown).slice(0, 2)).toEqual(['0', '78'])
    expect(bars(shown).slice(-2)).toEqual(['78', '78'])
    expect(bars(shown).length).toBeGreaterThan(6)
    expect(shown.at(-1)).toBe('the briefing')
    // The bar is removed before anything is drawn: the line is cleared and the cursor is shown again.
    expect(loaded.slice(-5).join('')).toContain('\u001B[?25h')
    expect(loaded.at(-1)).toBe('\u001B[2K')
  })

  it('takes the bar away before it tells a mistake, which would stand in the same line', async () => {
    const { shown, code } = await onTerminal({ DRAGOMAN_LANGUAGE: 'xx' })
    expect(code).toBe(2)
    expect(bars(shown).slice(0, 2)).toEqual(['0', '78'])
    expect(shown.at(-1)).toMatch(/^environment: DRAGOMAN_LANGUAGE: unknown language 'xx'/u)
    expect(shown.at(-2)).toBe('\u001B[2K')
  })
})
