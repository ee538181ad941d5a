import { describe, expect, it } from 'vitest'
import { say } from '../../../src/words/say.ts'
import { tellNotice } from '../../../src/chat/wording/notice.ts'

const notice = { kind: 'notice', level: 'warning', language: 'en' } as const
const texts = (lines: ReturnType<typeof tellNotice>) =>
  lines.map((line) => line.map(({ text }) => text).join(''))

describe('tellNotice', () => {
  it('tells line by line, and says what is a warning', () => {
    expect(texts(tellNotice({ ...notice, text: 'One.\nTwo.' }))).toEqual(['Warning: One.', 'Two.'])
  })

  it('gives the channel it is about as a piece of its own, wherever it stands', () => {
    const text = 'To slack:T1/C1 no more:\nsay resume in slack:T1/C1'
    const lines = tellNotice({ ...notice, text, channels: ['slack:T1/C1'] })
    expect(texts(lines)).toEqual(['Warning: To slack:T1/C1 no more:', 'say resume in slack:T1/C1'])
    expect(lines.map((line) => line.filter(({ channel }) => channel === 'slack:T1/C1').length)).toEqual([
      1, 1,
    ])
  })

  it('makes no channel of a text that only looks like one', () => {
    const lines = tellNotice({ ...notice, text: 'slack:T1/C1 and slack:T1/C2', channels: ['slack:T1/C2'] })
    expect(lines.flat().filter(({ channel }) => channel !== undefined)).toHaveLength(1)
  })

  it('tells channels apart whose names begin alike', () => {
    const channels = ['slack:T1/C1', 'slack:T1/C12']
    const text = 'slack:T1/C12: “One”, slack:T1/C1: “Two”'
    const [line = []] = tellNotice({ ...notice, level: 'info', text, channels })
    expect(line.flatMap(({ channel }) => channel ?? [])).toEqual(['slack:T1/C12', 'slack:T1/C1'])
    expect(texts([line])).toEqual([text])
  })

  it('leaves no direction mark of the sentence on what stands beside a channel', () => {
    const text = say('delivery.paused', 'fa', { channel: 'slack:T1/C1', reason: 'بس است.' })
    const [line = []] = tellNotice({
      ...notice,
      level: 'info',
      language: 'fa',
      text,
      channels: ['slack:T1/C1'],
    })
    expect(text).toContain('\u200eslack:T1/C1\u200e')
    expect(line.map((span) => /^[\u200e\u200f]|[\u200e\u200f]$/u.test(span.text))).toEqual([
      false,
      false,
      false,
    ])
  })
})
