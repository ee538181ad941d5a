import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { aPostRoom, type PostRoom, unavailable } from './post-room.ts'

/** A post room whose sender works on a store that can be sent away and called back. */
async function aRoomWithAStoreThatLeaves(options: Parameters<typeof aPostRoom>[0] = {}) {
  const room = await aPostRoom(options)
  const { store } = room
  let isAway: IsAway = isHere
  const outbox: Pick<Store, 'claim' | 'keepParts' | 'settle'> = {
    claim: (claim) => (isAway('claim', '') ? away() : store.claim(claim)),
    keepParts: (...part) => (isAway('keepParts', part[0]) ? away() : store.keepParts(...part)),
    settle: (...end) => (isAway('settle', end[0]) ? away() : store.settle(...end)),
  }
  return {
    ...room,
    leaving: room.sender({ outbox }),
    leave: (when: IsAway = () => true) => {
      isAway = when
    },
    comeBack: () => {
      isAway = isHere
    },
  }
}

type IsAway = (asked: 'claim' | 'keepParts' | 'settle', outboxId: string) => boolean
const isHere: IsAway = () => false
const away = () => Promise.reject(new StoreError('unavailable', 'The server does not answer.'))

/** Posts what is due, and sends the store away while the platform has it. */
async function postWhileTheStoreLeaves(room: Awaited<ReturnType<typeof aRoomWithAStoreThatLeaves>>) {
  const release = room.chat.hold('terminal')
  const delivering = room.leaving.deliver()
  await expect.poll(() => room.chat.calls).toBe(1)
  room.leave()
  release()
  await expect(delivering).rejects.toThrow('does not answer')
}

const briefings = ({ chat }: Pick<PostRoom, 'chat'>) =>
  chat.posts.filter(({ message }) => message.kind === 'briefing')

describe('while the store is away', () => {
  it('knows that a message was posted, however long after its lease the store answers again', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    await room.decide('08:00')
    const postedAt = room.now()
    await postWhileTheStoreLeaves(room)
    room.pass(10 * 60_000)
    await expect(room.leaving.deliver()).rejects.toThrow('does not answer')
    room.comeBack()
    expect(await room.leaving.deliver()).toMatchObject({ sent: ['morning 08:00'], uncertain: [] })
    expect(await room.stateOf('morning 08:00')).toBe('sent')
    expect((await room.store.ledgers(['morning'], 0)).get('morning')).toMatchObject({ toldUntil: postedAt })
    await room.tell()
    expect(briefings(room)).toHaveLength(1)
    expect(room.notices()).toEqual([])
  })

  it('settles it before it sends the next one, also where it is called only when something is due', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    await room.decide('08:00')
    await postWhileTheStoreLeaves(room)
    room.pass(60_000)
    room.comeBack()
    await room.decide('09:00')
    const { sent } = await room.leaving.deliverTo('terminal')
    expect(sent).toEqual(['morning 08:00', 'morning 09:00'])
    await room.decide('10:00')
    await room.leaving.deliverTo('terminal')
    expect(briefings(room)).toHaveLength(3)
  })

  it('settles it also where nothing is due any more', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    await room.decide('08:00')
    await postWhileTheStoreLeaves(room)
    room.comeBack()
    expect((await room.leaving.settleAgain()).sent).toEqual(['morning 08:00'])
    expect((await room.leaving.settleAgain()).sent).toEqual([])
  })

  it('says that it arrived although another process took it over and found a doubt', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    await room.decide('08:00')
    await postWhileTheStoreLeaves(room)
    room.pass(60_000)
    const other = await openSqliteStore(room.file)
    expect(await room.sender({ outbox: other }).deliver()).toMatchObject({
      uncertain: [{ id: 'morning 08:00' }],
    })
    await other.close()
    room.comeBack()
    await room.leaving.deliver()
    expect(await room.stateOf('morning 08:00')).toBe('sent')
    expect(briefings(room)).toHaveLength(1)
  })

  it('knows that the platform surely did not take a message, and sends it again', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    await room.decide('08:00')
    room.chat.failWith(unavailable())
    await postWhileTheStoreLeaves(room)
    room.pass(60_000)
    room.comeBack()
    const report = await room.leaving.deliver()
    expect(report).toMatchObject({ postponed: [{ id: 'morning 08:00' }], sent: ['morning 08:00'] })
    expect(briefings(room)).toHaveLength(1)
  })

  it('goes on elsewhere while one end cannot be stored', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    await room.decide('08:00', 'terminal:a')
    room.leave((asked, id) => asked === 'settle' && id === 'morning 08:00')
    await expect(room.leaving.deliver()).rejects.toThrow('does not answer')
    await room.decide('09:00', 'terminal:a')
    await room.decide('10:00', 'terminal:b')
    room.pass(60_000)
    await expect(room.leaving.deliver()).rejects.toThrow('does not answer')
    await expect(room.leaving.deliverTo('terminal:a')).rejects.toThrow('does not answer')
    expect(room.chat.posts.map(({ channel }) => channel)).toEqual(['a', 'b'])
    const tries = (await room.store.deliveries(0)).map(({ state, attempts }) => [state, attempts])
    expect(tries).toEqual([
      ['sending', 1],
      ['pending', 0],
      ['sent', 1],
    ])
  })

  it('sends no more once it would have to remember too many ends', async () => {
    const room = await aRoomWithAStoreThatLeaves()
    for (let n = 0; n < 300; n++) await room.decide(`${n}`, `terminal:${n}`)
    room.leave((asked) => asked === 'settle')
    for (let times = 0; times < 40; times++) await room.leaving.deliver().catch(() => undefined)
    const posted = room.chat.posts.length
    expect(posted).toBeLessThan(170)
    expect((await room.leaving.deliverTo('terminal:299')).sent).toEqual([])
    room.comeBack()
    expect((await room.leaving.deliver()).sent).toHaveLength(300)
    expect(room.chat.posts).toHaveLength(300)
  })
})

describe('when the store does not take that a message is about to be sent', () => {
  it.each([{ recognisesRepeats: false }, { recognisesRepeats: true }])(
    'does not send it and knows so, and the channel is not to blame (%o)',
    async (options) => {
      const room = await aRoomWithAStoreThatLeaves(options)
      await room.decide('08:00')
      room.leave((asked) => asked === 'keepParts')
      await expect(room.leaving.deliver()).rejects.toThrow('does not answer')
      room.comeBack()
      expect((await room.leaving.deliver()).postponed).toMatchObject([
        { reason: expect.stringContaining('Not sent') },
      ])
      expect(room.chat.posts).toEqual([])
      expect(await room.store.destinations()).toEqual(new Map())
      room.pass(60_000)
      expect((await room.leaving.deliver()).sent).toEqual(['morning 08:00'])
      await room.tell()
      expect(room.notices()).toEqual([])
      expect(briefings(room)).toHaveLength(1)
    },
  )
})
