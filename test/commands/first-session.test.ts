import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../adapters/terminal/render.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

/**
 * A new user types `help` and takes each next command from the last answer: the first example of `help` is
 * the briefing they want, and its answer names the command that ends it.
 */
describe('somebody who knows nothing', () => {
  it('finds a weekday briefing on Syria at 07:30 Istanbul time and ends it in four commands', async () => {
    const { ask, store } = await aNewsroom()
    const shown: string[] = []
    const type = async (text: string) => {
      const message = await ask(text)
      const drawn = renderMessage(message, { width: 80, colour: false, links: 'none' })
      shown.push(`> /news ${text}\n\n${drawn}\n`)
      return { message, drawn }
    }

    const help = await type('help')
    const example = 'subscribe syria weekdays at 07:30 Europe/Istanbul'
    expect(help.drawn.replaceAll(/\s+/gu, ' ')).toContain(`for example: ${example}`)

    const subscribed = await type(example)
    const [subscription] = await store.subscriptions()
    expect(subscription).toMatchObject({
      countries: ['SY'],
      days: 'weekdays',
      at: ['07:30'],
      zone: 'Europe/Istanbul',
      state: 'active',
    })

    await type('subscriptions')

    const end = /unsubscribe [a-z0-9]{4}/u.exec(subscribed.drawn)?.[0] ?? ''
    await type(end)
    expect(await store.subscriptions()).toEqual([])
    expect(shown).toHaveLength(4)
    const session = shown.join('\n')
    await expect(session).toMatchFileSnapshot('expected/first-session.txt')
    expect(readmeSession().filter((line) => !session.split('\n').some((own) => own.trim() === line))).toEqual(
      [],
    )
  })
})

/** Returns the lines of the session in README.md, except those left out there. */
function readmeSession(): string[] {
  const [, session = ''] = readFileSync('README.md', 'utf8').split('### A briefing of your own')
  const lines = (session.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('    '))
  if (!lines.some((line) => line.includes('> /news unsubscribe')))
    throw new Error('README.md shows no session')
  return lines.map((line) => line.trim()).filter((line) => line !== '…')
}
