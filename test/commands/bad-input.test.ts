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
      '“Europe/Istambul” is not a time zone; did you mean “Europe/Istanbul”?',
    ],
    [
      'a zone near to two names of one city',
      'edit n2dr zone:Bagdhad',
      '“Bagdhad” is not a time zone; did you mean “Asia/Baghdad”?',
    ],
    [
      'a zone that is none at all',
      'edit n2dr zone:Atlantis',
      '“Atlantis” is not a time zone. Write it as Europe/Istanbul, name a large city in it, or give its distance from UTC: UTC+3.',
    ],
    [
      'a wrong time',
      'subscribe syria at 25:00',
      '“25:00” is not a time of day. Write it as 08:00, 17:30 or 8pm.',
    ],
    [
      'an unknown region',
      'subscribe region:mideest',
      'I don’t know the region “mideest”; did you mean “Middle East”?',
    ],
    [
      'a region like no other',
      'briefing region:xyzzy',
      'I don’t know the region “xyzzy”. Type its first letters to see the choices, or name countries.',
    ],
    [
      'a query of 10,000 characters',
      `search ${'dam '.repeat(2_498)}`.padEnd(10_000, 'x'),
      'That is 10,000 characters; please keep it to 1,000.',
    ],
    [
      'a control character',
      'subscribe syr\u0007ia',
      'Your text contains an invisible character (U+0007) that could hide what it says. Type it again without it.',
    ],
    [
      'a right-to-left override',
      'unsubscribe \u202erd2n',
      'Your text contains an invisible character (U+202E) that could hide what it says. Type it again without it.',
    ],
    [
      'an option given twice',
      'subscribe syria zone:UTC zone:Asia/Tokyo',
      '“zone” is given more than once (“UTC” and “Asia/Tokyo”). Which one do you mean? For example zone:UTC',
    ],
    [
      'another’s subscription to end',
      'unsubscribe n2dr',
      'The subscription n2dr belongs to somebody else. Its owner, people who manage this channel, or an admin can change it.',
    ],
    [
      'another’s subscription to change',
      'edit n2dr at 9:00',
      'The subscription n2dr belongs to somebody else. Its owner, people who manage this channel, or an admin can change it.',
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
