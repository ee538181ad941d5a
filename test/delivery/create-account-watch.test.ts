import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { createAccountWatch } from '../../src/delivery/create-account-watch.ts'
import { aPostRoom } from './post-room.ts'

const MINUTE = 60_000
const refused = () => new DeliveryError('token-refused', 'invalid_auth')

/** A post room whose platform refused the token, and its account watch. */
async function aRefusedRoom() {
  const room = await aPostRoom()
  room.chat.tokenIsAccepted = false
  room.chat.failWith(refused())
  const watch = createAccountWatch({
    store: room.store,
    adapters: [room.chat],
    owners: async () =>
      ['Morning', 'Evening'].map((title) => ({
        subscription: title.toLowerCase(),
        to: 'terminal:@team/ada',
        title,
        language: 'en',
        destination: 'terminal:C1',
      })),
    now: room.now,
    random: () => 1,
  })
  await room.decide('08:00', 'terminal:C1')
  return { ...room, watch }
}

describe('an account whose token is refused', () => {
  it('gets no further call, for any of its channels, and no channel is paused for it', async () => {
    const { chat, decide, pass, send, store } = await aRefusedRoom()
    const { refused: accounts, paused } = await send()
    expect([...accounts]).toEqual([['terminal', 'invalid_auth']])
    expect(paused).toEqual([])
    await decide('09:00', 'terminal:C2')
    pass(MINUTE)
    await send()
    expect(chat.calls).toBe(1)
    expect(await store.destinations()).toEqual(new Map())
  })

  it('goes on by itself once the token is accepted: nothing is lost, nothing doubled, and its people are told once', async () => {
    const { chat, notices, pass, send, stateOf, watch } = await aRefusedRoom()
    await send()
    pass(20 * MINUTE)
    expect(await watch.resume()).toEqual([])
    chat.tokenIsAccepted = true
    pass(5 * MINUTE)
    expect(await watch.resume()).toEqual(['terminal'])
    expect(await watch.resume()).toEqual([])
    await send()
    await send()
    expect(await stateOf('morning 08:00')).toBe('sent')
    expect(notices()).toEqual([expect.stringMatching(/accept.*Morning.*Evening/u)])
  })

  it('tells nobody of a refusal that lasted a moment', async () => {
    const { chat, notices, pass, send, stateOf, watch } = await aRefusedRoom()
    await send()
    chat.tokenIsAccepted = true
    pass(MINUTE)
    await watch.resume()
    await send()
    expect(await stateOf('morning 08:00')).toBe('sent')
    expect(notices()).toEqual([])
  })

  it('is asked about ever more seldom', async () => {
    const { chat, pass, send, watch } = await aRefusedRoom()
    await send()
    let asked = 0
    chat.acceptsToken = () => {
      asked += 1
      return Promise.resolve(false)
    }
    for (let second = 0; second < 3_600; second += 3) {
      await watch.resume()
      pass(3_000)
    }
    expect(asked).toBeGreaterThan(10)
    expect(asked).toBeLessThan(25)
  })
})
