import type { Asker } from '../../src/chat/command.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { aNewsroom, type FakeNewsroom } from './newsroom.ts'

/** Another user in the channel. */
export const OTHER: Pick<Asker, 'user' | 'direct'> = { user: 'bob', direct: 'slack:@T1/bob' }

/** A platform that knows one other channel. */
export const lobby = (manages: boolean) => (typed: string) =>
  Promise.resolve(
    typed === '#lobby' || typed === '<#C7|lobby>'
      ? { destination: 'slack:T1/C7', name: '#lobby', manages }
      : null,
  )

/** Returns the subscription created by this typed text. */
export async function made(text: string, newsroom?: FakeNewsroom): Promise<Subscription> {
  const room = newsroom ?? (await aNewsroom())
  const message = await room.ask(`subscribe ${text}`)
  room.pass(1_000)
  if (message.kind !== 'subscription') throw new Error(JSON.stringify(message))
  const [subscription] = await room.store.subscriptions({ id: message.subscription.id })
  if (subscription === undefined) throw new Error('it was not kept')
  return subscription
}
