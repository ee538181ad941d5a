import { describe, expect, it } from 'vitest'
import { withoutMention } from '../../src/chat/mention.ts'
import { isForAll } from '../../src/chat/message-kinds.ts'
import { say } from '../../src/words/say.ts'

describe('withoutMention', () => {
  it.each([
    ['<@UBOT> syria today', 'syria today'],
    ['<@UBOT|dragoman>: syria today', 'syria today'],
    ['<@!UBOT>, syria', 'syria'],
    ['hey <@UBOT> what’s new in syria', 'hey what’s new in syria'],
    ['syria today, <@UBOT>', 'syria today,'],
    ['<@UBOT>', ''],
    ['<@UBOT> what does <@U2> follow', 'what does <@U2> follow'],
    ['<@UBOT>، سوريا اليوم', 'سوريا اليوم'],
  ])('is what is said to the bot: %s', (text, said) => {
    expect(withoutMention(text, 'UBOT')).toBe(said)
  })
})

describe('isForAll', () => {
  const language = 'en'
  const search = {
    kind: 'search',
    results: { query: 'x', hits: [], more: false },
    zone: 'UTC',
    language,
  } as const
  const hello = { kind: 'notice', level: 'info', text: say('chat.hello', language), language } as const

  it('shows below a question that all read what is no one’s own business', () => {
    expect(isForAll(search, { audience: 'private', isAskedAloud: true })).toBe(true)
    expect(isForAll(search, { audience: 'private', isAskedAloud: false })).toBe(false)
  })

  it('shows a notice only where something changed for all', () => {
    expect(isForAll(hello, { audience: 'public', isAskedAloud: true })).toBe(false)
    expect(isForAll({ ...hello, isForAll: true }, { audience: 'public', isAskedAloud: false })).toBe(true)
  })
})
