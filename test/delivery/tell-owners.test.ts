import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/records/message.ts'
import type { Sender } from '../../src/delivery/create-sender.ts'
import { type Owners, type Recipient, tellOwners } from '../../src/delivery/owner-notices.ts'
import type { RecordingChat } from '../fakes/recording-chat.ts'
import { aPostRoom, HOUR, lost, type PostRoom } from './post-room.ts'

const MINUTE = 60_000

/** Returns the notices that people got directly, edits included. */
const toldBy = ({ posts, updates }: RecordingChat): readonly Message[] =>
  [...posts.map(({ message }) => message), ...updates].filter(({ kind }) => kind === 'notice')

const gone = () => new DeliveryError('channel-gone', 'Unknown Channel')

const channels = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `terminal:${index}`)

const recipient = (who: string, language: string): Recipient => ({
  subscription: `s-${who}`,
  to: `terminal:@team/${who}`,
  title: who,
  language,
})

/** Decides a message for each channel and lets the platform refuse it. */
async function loseAll({ chat, decide, send }: PostRoom, slot: string, to: readonly string[]): Promise<void> {
  for (const destination of to) await decide(`${slot} ${destination}`, destination)
  chat.failWith(...to.map(gone))
  await send()
}

describe('tellOwners', () => {
  it('tells the owner of forty lost channels once, and names what fits', async () => {
    const room = await aPostRoom()
    await loseAll(room, '08:00', channels(40))
    expect(toldBy(room.chat)).toEqual([])
    await room.tell()
    const [notice, ...others] = toldBy(room.chat)
    expect(others).toEqual([])
    expect(notice?.kind === 'notice' && notice.text).toBe(
      [
        'I no longer post to 40 channels, each for the same reason: The channel is gone, or this bot was removed from it.',
        ...channels(10).map((channel) => `• ${channel}: “Morning”`),
        'and 30 more channels: “/news subscriptions” lists all.',
        'Once they work again, “/news resume all” continues where they stopped; “/news unsubscribe” ends what you no longer want.',
      ].join('\n'),
    )
    expect(notice?.actions?.map(({ command }) => command)).toEqual(['resume all', 'subscriptions'])
  })

  it('adds what is lost later in the day to what it said, and says nothing twice', async () => {
    const room = await aPostRoom()
    await loseAll(room, '08:00', ['terminal:a'])
    await room.tell()
    room.pass(3 * HOUR)
    await loseAll(room, '11:00', ['terminal:b', 'terminal:c'])
    await room.tell()
    await room.run(10 * MINUTE)
    expect(room.chat.updates).toHaveLength(1)
    const [first, edit, ...others] = toldBy(room.chat)
    expect(others).toEqual([])
    expect(first).toMatchObject({ actions: [{ command: 'resume morning' }], channels: ['terminal:a'] })
    expect(edit).toMatchObject({
      text: expect.stringContaining('I no longer post to 3 channels'),
      actions: [{ command: 'resume all' }],
    })
  })

  it('tells once of all that may not have arrived when the bot was killed', async () => {
    const room = await aPostRoom()
    for (const to of channels(10)) await room.decide(`08:00 ${to}`, to)
    await room.crashOnTheWire()
    room.pass(MINUTE)
    await room.send()
    await room.tell()
    const [notice, ...others] = toldBy(room.chat)
    expect(others).toEqual([])
    expect(notice?.kind === 'notice' && notice.text.split('\n')).toEqual([
      'The connection broke while 10 messages were on the way. Each may or may not have arrived, and the messages below it may be missing:',
      ...channels(10).map((channel) => `• ${channel}: “Morning”`),
      'The stories will be in the next briefing; “/news briefing” shows them now.',
    ])
  })

  it('loses nothing and tells nothing twice, wherever the bot is killed', async () => {
    const room = await aPostRoom()
    await loseAll(room, '08:00', channels(3))
    await room.crash()
    room.pass(3 * MINUTE)
    // Written, but the process is killed before sending.
    await tellOwners(room.store, room.now())
    await room.crash()
    room.pass(MINUTE)
    await room.send()
    await room.crash()
    await room.run(10 * MINUTE)
    const told = toldBy(room.chat)
    const uncertain = (await room.store.deliveries(0)).filter(({ state }) => state === 'uncertain')
    expect(told.length + uncertain.length).toBe(1)
  })

  it('tells each owner of their own, in their language', async () => {
    const room = await aPostRoom()
    const owners: Owners = {
      ofDestination: async (to) =>
        to === 'terminal:a' ? [recipient('ada', 'en'), recipient('elif', 'tr')] : [recipient('elif', 'tr')],
      ofSubscription: async () => null,
    }
    const sender: Sender = room.sender({ owners })
    for (const to of ['terminal:a', 'terminal:b']) await room.decide(`08:00 ${to}`, to)
    room.chat.failWith(gone(), gone())
    await sender.deliver()
    await room.tell()
    expect(
      room.chat.posts.flatMap(({ channel, message }) =>
        message.kind === 'notice' ? [[channel, message.text.split('\n')[0]]] : [],
      ),
    ).toEqual([
      [
        'direct-team/ada',
        'I no longer post to terminal:a: The channel is gone, or this bot was removed from it.',
      ],
      [
        'direct-team/elif',
        '2 kanala artık mesaj gönderilmiyor; hepsinin nedeni aynı: Kanal artık yok ya da bot kanaldan çıkarılmış.',
      ],
    ])
  })

  it('tells an owner whom nothing reaches nothing, and goes on', async () => {
    const room = await aPostRoom()
    await loseAll(room, '08:00', ['terminal:a'])
    room.pass(3 * MINUTE)
    room.chat.failWith(lost())
    await room.send()
    await loseAll(room, '09:00', ['terminal:b'])
    await room.tell()
    expect(toldBy(room.chat)).toMatchObject([{ channels: ['terminal:b'] }])
  })
})
