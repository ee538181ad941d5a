import { describe, expect, it } from 'vitest'
import { noticeMessage } from '../../src/delivery/owner-notices.ts'
import type { GatheredNotice, TouchedSubscription } from '../../src/records/notice.ts'
import { SPOKEN } from '../../src/language/languages.ts'

const touched = (id: string, title: string, destination: string): TouchedSubscription => ({
  subscription: id,
  title,
  destination,
})

function aGathered(own: Partial<GatheredNotice> = {}): GatheredNotice {
  return {
    id: 'notice 1',
    changes: 1,
    to: 'slack:@T1/ada',
    language: 'en',
    cause: { kind: 'paused', refusal: 'invite', reason: 'not_in_channel' },
    touched: [touched('k4f2', 'Syria', 'slack:T1/C1')],
    ...own,
  }
}

const DOUBT = { kind: 'uncertain', refusal: null, reason: '' } as const

const read = (own: Partial<GatheredNotice>) => {
  const message = noticeMessage(aGathered(own))
  if (message?.kind !== 'notice') throw new Error('there is nothing to tell')
  return { ...message, commands: message.actions?.map(({ command }) => command) }
}

describe('noticeMessage', () => {
  it('says what happened to one channel, what waits there, what to do, and does it at a press', () => {
    const { text, commands, channels } = read({})
    expect(text.split('\n')).toEqual([
      'I no longer post to slack:T1/C1: I am not a member of that channel. Invite me there.',
      'Your subscription “Syria” is waiting there.',
      'Once the channel works again, “/news resume k4f2” continues where it stopped; “/news unsubscribe” ends what you no longer want.',
    ])
    expect(commands).toEqual(['resume k4f2'])
    expect(channels).toEqual(['slack:T1/C1'])
  })

  it('names all that waits in one channel, and counts it where there is much', () => {
    const titles = ['Syria', 'Iran', 'Wheat', 'Quakes', 'Ports']
    const many = titles.map((title, index) => touched(`s${index}`, title, 'slack:T1/C1'))
    expect(read({ touched: many.slice(0, 2) }).text).toContain(
      'Your subscriptions “Syria” and “Iran” are waiting there.',
    )
    expect(read({ touched: many }).text).toContain('“Syria”, “Iran”, “Wheat”, and 2 more are waiting there.')
  })

  it('names the channels of one cause line by line', () => {
    const { text, commands } = read({
      touched: [
        touched('k4f2', 'Syria', 'slack:T1/C1'),
        touched('m3c8', 'Sudan', 'slack:T1/C2'),
        touched('p7wd', 'Iraq', 'slack:T1/C1'),
      ],
    })
    expect(text.split('\n')).toEqual([
      'I no longer post to 2 channels, each for the same reason: I am not a member of that channel. Invite me there.',
      '• slack:T1/C1: “Syria” and “Iraq”',
      '• slack:T1/C2: “Sudan”',
      'Once they work again, “/news resume all” continues where they stopped; “/news unsubscribe” ends what you no longer want.',
    ])
    expect(commands).toEqual(['resume all'])
  })

  it('tells in the platform’s words what nobody has put into ours', () => {
    const cause = { kind: 'paused', refusal: null, reason: 'Nobody is there.' } as const
    expect(read({ cause }).text).toMatch(/^I no longer post to slack:T1\/C1: Nobody is there\./u)
  })

  it('says of what may not have arrived that its stories come again', () => {
    const { text, commands } = read({ cause: DOUBT })
    expect(text.split('\n')).toEqual([
      'The connection broke while “Syria” was on its way to slack:T1/C1, so it may or may not have arrived, and the messages below it may be missing.',
      'The stories will be in the next briefing; “/news briefing” shows them now.',
    ])
    expect(commands).toEqual([])
  })

  it('speaks to who reads alone of themselves', () => {
    const own = touched('k4f2', 'Syria', 'slack:@T1/ada')
    expect(read({ cause: DOUBT, touched: [own] }).text).toContain('was on its way to you,')
    const both = [own, touched('m3c8', 'Sudan', 'slack:T1/C2')]
    expect(read({ cause: DOUBT, touched: both }).text.split('\n')[1]).toBe('• in a direct message: “Syria”')
  })

  it('has nothing to say where all was resumed', () => {
    expect(noticeMessage(aGathered({ touched: [] }))).toBeNull()
  })

  it.each(SPOKEN)('says it all in %s', async (language) => {
    const many = Array.from({ length: 13 }, (_, index) =>
      touched(`s${index}`, `Ürün ${index} – سوریه`, `slack:T1/C${index}`),
    )
    const texts = [
      read({ language }),
      read({ language, touched: many }),
      read({ language, cause: DOUBT }),
      read({ language, cause: DOUBT, touched: many.slice(0, 3) }),
    ].map(({ text }) => text)
    await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`expected/notices.${language}.txt`)
  })
})
