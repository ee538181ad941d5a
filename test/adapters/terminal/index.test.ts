import { PassThrough, Writable } from 'node:stream'
import { aPost } from '../../fakes/posting.ts'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createTerminal } from '../../../adapters/terminal/index.ts'
import type { Message } from '../../../src/records/message.ts'
import { anAsker } from '../../fakes/asker.ts'
import { echoing } from '../../fakes/commands.ts'
import { MESSAGES } from '../../fakes/messages.ts'

const asker = anAsker()
const notice = (text: string): Message => ({ kind: 'notice', level: 'info', text, language: 'en' })

const slowEcho = echoing(async (words) => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  return notice(`found ${words.replace(/^search /u, '')}`)
})

/** Records what is printed, as a terminal would show it without cursor moves. */
function aScreen(isTTY: boolean) {
  const screen = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 })
  const printed: string[] = []
  screen.on('data', (text: string) => printed.push(text))
  return { screen, shown: () => stripVTControlCharacters(printed.join('')) }
}

function aTerminal(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input })
  const { screen, shown } = aScreen(isTTY)
  return { input, shown, terminal: createTerminal({ input, output: screen, env: { NO_COLOR: '1' }, asker }) }
}

const KEY = aPost('briefing')

describe('createTerminal', () => {
  it('prints what is posted and gives a receipt for each message', async () => {
    const { terminal, shown } = aTerminal(false)
    const first = await terminal.post('terminal', MESSAGES.briefing, KEY)
    const second = await terminal.post('terminal', notice('later'), KEY)
    expect(shown()).toContain('Western Asia, every morning\n')
    expect(shown().endsWith('\n\nlater\n\n')).toBe(true)
    expect(first).toEqual({ platform: 'terminal', channel: 'terminal', messageIds: ['1'] })
    expect(second.messageIds).not.toEqual(first.messageIds)
  })

  it('prints a correction as one', async () => {
    const { terminal, shown } = aTerminal(false)
    await terminal.update(await terminal.post('terminal', notice('eleven'), KEY), notice('fourteen'), KEY)
    expect(shown()).toBe('eleven\n\nA correction to an earlier message:\n\nfourteen\n\n')
  })

  it('answers every line of a pipe in order, and closes at its end', async () => {
    const { terminal, input, shown } = aTerminal(false)
    input.end('/news search lorries\n\nsearch van\nsearch last line without an end')
    await terminal.start(slowEcho)
    await terminal.closed
    expect(shown()).toBe('found lorries\n\nfound van\n\nfound last line without an end\n\n')
  })

  it('reads nothing after exit', async () => {
    const { terminal, input, shown } = aTerminal(false)
    input.end('search a\nexit\nsearch b\n')
    await terminal.start(slowEcho)
    await terminal.closed
    expect(shown()).toBe('found a\n\n')
  })

  it('prompts on a terminal, completes a name, and leaves on Ctrl-D', async () => {
    const { terminal, input, shown } = aTerminal(true)
    await terminal.start(slowEcho)
    expect(shown()).toContain('Type “help”')
    for (const typed of ['se', '\t', 'van', '\r']) {
      input.write(typed)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(shown()).toContain('found van\n\n/news ')
    input.write('\u0004')
    await terminal.closed
  })

  it('brings a begun line back after a message that came meanwhile', async () => {
    const { terminal, input, shown } = aTerminal(true)
    await terminal.start(slowEcho)
    input.write('search so')
    await new Promise((resolve) => setTimeout(resolve, 20))
    await terminal.post('terminal', notice('a briefing'), KEY)
    expect(shown().endsWith('a briefing\n\n/news search so')).toBe(true)
    await terminal.stop()
  })

  it('only prints where nobody asks', async () => {
    const { screen, shown } = aScreen(true)
    const terminal = createTerminal({ input: null, output: screen, env: {}, asker })
    await terminal.start(slowEcho)
    await terminal.post('terminal', notice('alone'), KEY)
    expect(shown()).toBe('alone\n\n')
    await terminal.stop()
    await terminal.closed
  })

  it.each([
    ['EPIPE', 'channel-gone'],
    ['ENOSPC', 'unavailable'],
  ])('tells delivery that the output failed with %s', async (code, expected) => {
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    })
    const terminal = createTerminal({ input: null, output, env: {}, asker })
    await expect(terminal.post('terminal', notice('x'), KEY)).rejects.toMatchObject({
      name: 'DeliveryError',
      code: expected,
    })
    await terminal.closed
  })
})
