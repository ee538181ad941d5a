import { describe, expect, it } from 'vitest'
import { aPostRoom, HOUR, lost } from './post-room.ts'

describe('when nobody knows whether it arrived', () => {
  it('repeats with the same key where the platform recognises it, and the reader sees it once', async () => {
    const { chat, decide, run, stateOf } = await aPostRoom({ recognisesRepeats: true })
    await decide('08:00')
    chat.loseAnswer(lost())
    await run(60_000)
    expect(chat.posts).toHaveLength(1)
    expect(chat.calls).toBe(2)
    expect(await stateOf('morning 08:00')).toBe('sent')
  })

  it('flags it elsewhere, tells the owner, and goes on with the next message', async () => {
    const { chat, decide, notices, run, send } = await aPostRoom()
    await decide('08:00')
    await decide('09:00')
    chat.loseAnswer(lost())
    const report = await send()
    expect(report).toMatchObject({ uncertain: [{ id: 'morning 08:00' }] })
    expect(report.sent).toContain('morning 09:00')
    await run(HOUR)
    expect(chat.posts.filter(({ message }) => message.kind === 'briefing')).toHaveLength(2)
    expect(notices()).toEqual([expect.stringContaining('may or may not have arrived')])
  })

  it('takes an error that no adapter translated for one of these', async () => {
    const { chat, decide, send } = await aPostRoom()
    await decide('08:00')
    chat.failWith(new TypeError('x is not a function'))
    expect((await send()).uncertain).toHaveLength(1)
  })

  it('flags it once the platform no longer recognises the repeat', async () => {
    const { chat, decide, notices, pass, send, tell } = await aPostRoom({ recognisesRepeats: true })
    await decide('08:00')
    chat.loseAnswer(lost())
    await send()
    pass(4 * 60_000)
    expect((await send()).uncertain).toHaveLength(1)
    await tell()
    expect(notices()).toHaveLength(1)
    expect(chat.calls).toBe(2)
    expect(chat.posts.filter(({ message }) => message.kind === 'briefing')).toHaveLength(1)
  })

  it('does not tell an owner about the notice that may not have reached him', async () => {
    const { chat, decide, run } = await aPostRoom()
    await decide('08:00')
    chat.loseAnswer(lost())
    chat.loseAnswer(lost())
    await run(HOUR)
    expect(chat.calls).toBe(2)
  })

  it('repeats an edit whose answer was lost, on any platform: it is the same text in the same place', async () => {
    const { chat, correct, decide, notices, run, send } = await aPostRoom()
    await decide('08:00')
    await send()
    await correct('08:00')
    chat.failWith(lost())
    expect((await send()).postponed).toHaveLength(1)
    await run(60_000)
    expect(chat.updates).toHaveLength(1)
    expect(notices()).toEqual([])
  })
})

describe('after a crash', () => {
  it('sends what was only leased as if nothing had been, on any platform', async () => {
    const { chat, crash, decide, notices, pass, send } = await aPostRoom()
    await decide('08:00')
    await crash()
    expect(await send()).toMatchObject({ sent: [], uncertain: [] })
    pass(45_000)
    expect(await send()).toMatchObject({ sent: ['morning 08:00'], uncertain: [] })
    expect(chat.posts).toHaveLength(1)
    expect(notices()).toEqual([])
  })

  it('flags what was on the wire, and does not repeat it', async () => {
    const { chat, crashOnTheWire, decide, notices, pass, send, tell } = await aPostRoom()
    await decide('08:00')
    await crashOnTheWire()
    pass(45_000)
    expect(await send()).toMatchObject({ uncertain: [{ id: 'morning 08:00' }] })
    pass(HOUR)
    expect((await send()).uncertain).toEqual([])
    expect(chat.posts.filter(({ message }) => message.kind === 'briefing')).toEqual([])
    await tell()
    expect(notices()).toHaveLength(1)
  })

  it('sends what was on the wire again with the same key where repeats are recognised', async () => {
    const { crashOnTheWire, decide, pass, send } = await aPostRoom({ recognisesRepeats: true })
    await decide('08:00')
    await crashOnTheWire()
    pass(45_000)
    expect((await send()).sent).toEqual(['morning 08:00'])
  })
})
