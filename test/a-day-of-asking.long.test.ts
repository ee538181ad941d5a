import { expect, it } from 'vitest'
import { openSampleNewsroom } from './fakes/sample-newsroom.ts'

const QUARTER = 3_600_000 / 4

it('serves a subscription that is made while it runs, until it is ended', { timeout: 60_000 }, async () => {
  const { ask, bot, chat, close, now, pass } = await openSampleNewsroom('2026-03-09T22:00:00Z')
  const runUntil = async (moment: string) => {
    for (; now() < Date.parse(moment); pass(QUARTER)) {
      await bot.read()
      await bot.serve()
    }
  }
  const postedAt = () =>
    chat.posts.map(({ message }) =>
      message.kind === 'briefing' ? new Date(message.briefing.to).toISOString().slice(5, 16) : message.kind,
    )
  try {
    await runUntil('2026-03-10T00:30:00Z')
    const made = await ask('subscribe middle-east daily at 07:30 istanbul')
    if (made.kind !== 'subscription') throw new Error(`it answered with a ${made.kind}`)
    await runUntil('2026-03-11T06:00:00Z')
    expect(postedAt()).toEqual(['03-10T04:30', '03-11T04:30'])
    await ask(`unsubscribe ${made.subscription.id}`)
    await runUntil('2026-03-12T06:00:00Z')
    expect(postedAt()).toHaveLength(2)
  } finally {
    await close()
  }
})
