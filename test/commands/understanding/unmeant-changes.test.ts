import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/commands/reading/parse-input.ts'
import { understand } from '../../../src/commands/understanding/understand.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const { view } = await aNewsroom()
const { nameIndex } = view

function meant(typed: string) {
  const cleaned = cleanText(typed)
  const text = cleaned.status === 'clean' ? cleaned.text : ''
  return understand(text, {
    nameIndex,
    now: Date.parse('2026-03-12T08:00:00+03:00'),
    zone: 'Europe/Istanbul',
  })
}

describe('a change that is spoken of', () => {
  it.each([
    ["don't stop, just pause iraq until friday", 'pause'],
    ["unsubscribe iraq, don't pause it", 'unsubscribe'],
    ["don't unsubscribe me, show me iraq", 'briefing'],
    ["don't alert me about iraq", 'unsubscribe'],
    ['Stopp Irak, nicht Iran', 'unsubscribe'],
    ["don't send me iraq", 'unsubscribe'],
  ])('leaves another wish beside it: %s', (typed, word) => {
    expect(meant(typed).word).toBe(word)
  })

  it.each([
    ['how do i mute a story', 'mute'],
    ['how can I pause my subscription?', 'pause'],
    ['comment me désabonner ?', 'unsubscribe'],
    ['كيف ألغي اشتراكي؟', 'unsubscribe'],
    ['aboneliğimi nasıl iptal ederim?', 'unsubscribe'],
  ])('is explained where it is asked how it is made: %s', (typed, helpOn) => {
    expect(meant(typed)).toMatchObject({ word: 'help', helpOn })
  })
})

describe('a condition', () => {
  it.each(['what happens if iran closes the strait', 'was passiert, wenn der Iran die Straße schließt'])(
    'is none of an alert in a question what happens then: %s',
    (typed) => {
      expect(meant(typed)).toMatchObject({
        word: expect.stringMatching(/^(?:search|briefing)$/u),
        countries: ['IR'],
        schedule: null,
      })
    },
  )
})

describe('a name that is not meant', () => {
  it('may open the sentence', () => {
    expect(meant('not iraq but iran')).toMatchObject({ countries: ['IR'], not: { countries: ['IQ'] } })
  })
})

describe('a reminder', () => {
  it.each(["don't forget to send me iraq at 8", 'nicht vergessen: Irak täglich um 8'])(
    'is no word to look for: %s',
    (typed) => {
      expect(meant(typed)).toMatchObject({ word: 'subscribe', countries: ['IQ'], words: [] })
    },
  )
})
