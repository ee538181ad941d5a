import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

const EVERY_STATE = { states: ['active', 'paused', 'ended'] } as const

/** Somebody else in the same channel. */
const BOB = { user: 'bob', direct: 'slack:@T1/bob' }

describe('bad input', () => {
  it.each([
    [
      'a wrong zone',
      'subscribe syria at 8 zone:Europe/Istambul',
      '“Europe/Istambul” is no time zone; did you mean “Europe/Istanbul”?',
    ],
    [
      'a zone near to two names of one city',
      'edit n2dr zone:Bagdhad',
      '“Bagdhad” is no time zone; did you mean “Asia/Baghdad”?',
    ],
    [
      'a zone that is none at all',
      'edit n2dr zone:Atlantis',
      '“Atlantis” is no time zone. Write it as Europe/Istanbul, name a large city in it, or say how far it is from UTC: UTC+3.',
    ],
    [
      'a wrong time',
      'subscribe syria at 25:00',
      '“25:00” is no time of day. Write it as 08:00, 17:30 or 8pm.',
    ],
    [
      'an unknown region',
      'subscribe region:mideest',
      'I know no region “mideest”; did you mean “Middle East”?',
    ],
    [
      'a region like no other',
      'briefing region:xyzzy',
      'I know no region “xyzzy”. Type the first letters to see what there is, or name countries.',
    ],
    [
      'a query of 10,000 characters',
      `search ${'dam '.repeat(2_498)}`.padEnd(10_000, 'x'),
      'That is 10,000 characters; please ask in at most 1,000.',
    ],
    [
      'a control character',
      'subscribe syr\u0007ia',
      'There is an invisible character in your text (U+0007) that could hide what it says. Type it again without it.',
    ],
    [
      'a right-to-left override',
      'unsubscribe \u202erd2n',
      'There is an invisible character in your text (U+202E) that could hide what it says. Type it again without it.',
    ],
    [
      'an option given twice',
      'subscribe syria zone:UTC zone:Asia/Tokyo',
      '“zone” is given more than once (“UTC” and “Asia/Tokyo”). Which one do you mean? For example zone:UTC',
    ],
    [
      'another’s subscription to end',
      'unsubscribe n2dr',
      'The subscription n2dr is somebody else’s. Its owner, who manages this channel, or an admin may change it.',
    ],
    [
      'another’s subscription to change',
      'edit n2dr at 9:00',
      'The subscription n2dr is somebody else’s. Its owner, who manages this channel, or an admin may change it.',
    ],
  ])('is answered with a clear text, and changes nothing: %s', async (_what, text, answer) => {
    const { ask, told, store } = await aNewsroom()
    expect(await ask('subscribe syria weekdays at 07:30 Europe/Istanbul')).toMatchObject({
      subscription: { id: 'n2dr' },
    })
    const before = await store.subscriptions(EVERY_STATE)
    expect(await told(text, BOB)).toBe(answer)
    expect(await store.subscriptions(EVERY_STATE)).toEqual(before)
    expect(await store.deliveries(0)).toEqual([])
    expect(await store.preferences('slack:desk')).toBeNull()
  })
})
