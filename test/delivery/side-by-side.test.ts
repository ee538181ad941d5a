import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aPostRoom } from './post-room.ts'

describe('destinations side by side', () => {
  it('goes on with a channel that became free while the store was asked', async () => {
    const { chat, sender, decide, store } = await aPostRoom()
    await decide('1', 'terminal:slow')
    await decide('2', 'terminal:slow')
    await decide('3', 'terminal:fast')
    const release = chat.hold('slow')
    const outbox: Store = {
      ...store,
      async claim(claim) {
        const rows = await store.claim(claim)
        if (claim.except.includes('terminal:slow')) {
          release()
          await wait(50)
        }
        return rows
      },
    }
    expect((await sender({ outbox }).deliver()).sent).toHaveLength(3)
  })

  it('lets no slow channel hold up the others, not even for what is decided meanwhile', async () => {
    const { chat, decide, send } = await aPostRoom()
    const release = chat.hold('slow')
    await decide('1', 'terminal:slow')
    await decide('2', 'terminal:fast')
    const delivering = send()
    await expect.poll(() => chat.posts.map(({ channel }) => channel)).toEqual(['fast'])
    await decide('3', 'terminal:fast')
    await expect.poll(() => chat.posts.map(({ channel }) => channel)).toEqual(['fast', 'fast'])
    release()
    expect((await delivering).sent).toHaveLength(3)
  })

  it('lets no platform that hangs take the turn of another', async () => {
    const { chat, sender, decide } = await aPostRoom()
    const slack = new RecordingChat({ platform: 'slack' })
    const releases = Array.from({ length: 80 }, (_, n) => slack.hold(`${n}`))
    for (let n = 0; n < 80; n++) await decide(`hangs ${n}`, `slack:${n}`)
    await decide('goes', 'terminal:here')
    const delivering = sender({ adapters: [chat, slack] }).deliver()
    await expect.poll(() => chat.posts.length).toBe(1)
    expect(slack.calls).toBeLessThan(60)
    for (const release of releases) release()
    expect((await delivering).sent).toHaveLength(81)
  })

  it('does not look through all that waits for a busy platform whenever one of its calls ends', async () => {
    const { chat, sender, decide, stateOf, store } = await aPostRoom()
    const releases = Array.from({ length: 70 }, (_, n) => chat.hold(`${n}`))
    for (let n = 0; n < 70; n++) await decide(`${n}`, `terminal:${n}`)
    let asked = 0
    const outbox: Store = {
      ...store,
      claim(claim) {
        asked += 1
        return store.claim(claim)
      },
    }
    const delivering = sender({ outbox }).deliver()
    const end = async (n: number) => {
      releases[n]?.()
      await expect.poll(() => stateOf(`morning ${n}`)).toBe('sent')
    }
    await expect.poll(() => chat.calls).toBe(50)
    await end(0)
    await expect.poll(() => chat.calls).toBe(60)
    asked = 0
    for (let n = 1; n < 10; n++) await end(n)
    expect(asked).toBeLessThan(9)
    for (const release of releases) release()
    expect((await delivering).sent).toHaveLength(70)
  })
})
