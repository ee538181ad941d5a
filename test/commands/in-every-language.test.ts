import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../adapters/terminal/render.ts'
import { SPOKEN } from '../../src/language/languages.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

/** Typed texts, most of them right, some wrong. */
const TYPED = [
  'help subscribe',
  'subscribe syria weekdays at 07:30 Europe/Istanbul',
  'subscribe syria weekdays at 07:30 Europe/Istanbul',
  'subscribe "middle east" topic:conflict weekly on friday at 8 and 18:00 quiet 22:00-07:00',
  'subscribe sudan alert outlets:2 to me',
  'subscribe sudan to #lobby',
  'forget',
  'subscribe keywords:"grain AND (corridor OR deal)" person:"Lina Haddad" source:nile-wire hourly',
  'subscriptions',
  'settings',
  'search lorries',
  'search xyzzy',
  'why https://levant-post.example/bridge',
  'why https://elsewhere.example/1',
  'serch lorries',
  'briefing syrria',
  'briefing atlantis',
  'briefing syria since:sometime',
  'syria since:3d since:yesterday',
  'subscribe syria at 25:00',
  'subscribe syria zone:Europe/Istambul',
  'subscribe syria alert outlets:99',
  'subscribe syria length:endless',
  'subscribe keywords:"grain AND"',
  'story nothing-like-it',
  'unsubscribe zzzz',
  'sources add example.org country:jordan ownership:private',
  'x'.repeat(10_000),
]

describe.each(SPOKEN)('a reader of %s', (language) => {
  it('is answered in it, whatever was typed', async () => {
    const { ask } = await aNewsroom()
    const answers: string[] = []
    for (const typed of TYPED) {
      const message = await ask(typed, {
        language,
        isAdmin: typed === 'forget',
        findChannel: () => Promise.resolve({ destination: 'slack:T1/C7', name: '#lobby', manages: true }),
      })
      const drawn = renderMessage(message, { width: 80, colour: false, links: 'none' })
      answers.push(`> /news ${typed.slice(0, 100)}\n\n${drawn}\n`)
    }
    await expect(answers.join('\n')).toMatchFileSnapshot(`expected/languages/answers.${language}.txt`)
  })
})
