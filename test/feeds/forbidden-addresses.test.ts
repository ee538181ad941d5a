import { describe, expect, it } from 'vitest'
import type { Resolve } from '../../src/feeds/address-guard.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { misbehaviour, startFeedServer } from '../fakes/feed-server.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'
import { aReader } from './a-reader.ts'

const reader = aReader()
const rss = rssText({ items: someItems(3) })

/** A DNS that returns these addresses, one per query, then always the last one. */
function namesOf(...addresses: string[]): { resolve: Resolve; questions: string[] } {
  const questions: string[] = []
  const resolve: Resolve = (name, _options, callback) => {
    const address = addresses[Math.min(questions.length, addresses.length - 1)] ?? ''
    questions.push(name)
    callback(null, [{ address, family: 4 }])
  }
  return { resolve, questions }
}

describe('a feed at an address inside a network', () => {
  it.each([
    'http://127.0.0.1/feed',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:127.0.0.1]/feed',
    'http://[64:ff9b::7f00:1]/feed',
    'http://[2002:7f00:1::]/feed',
    'http://localhost/feed',
    'file:///etc/passwd',
    'ftp://outlet.example/feed',
    'data:text/xml,<rss/>',
    'no address at all',
  ])('is not asked: %s', async (feed) => {
    expect(await reader.readWith({ allowAddresses: [] }, feed)).toMatchObject({
      status: 'failed',
      failure: { kind: 'forbidden-address' },
    })
  })

  it('is not asked when a redirect leads there, by address or by name', async () => {
    const inside = await startFeedServer('127.0.0.2')
    try {
      const secret = new URL(inside.serve('/secret', { body: rss }))
      const { resolve } = namesOf('127.0.0.2')
      for (const target of [
        secret.href,
        `http://inside.example:${secret.port}/secret`,
        'http://[::1]/feed',
        'file:///etc/passwd',
        'http://169.254.169.254/',
      ]) {
        const feed = reader.server.serve(reader.somewhere(), misbehaviour.redirect(target, 302))
        expect(await reader.readWith({ allowAddresses: ['127.0.0.1'], resolve }, feed)).toMatchObject({
          failure: { kind: 'forbidden-address' },
        })
      }
      expect(inside.requests).toEqual([])
    } finally {
      await inside.close()
    }
  })

  it('is not asked when its name leads there at the second look only', async () => {
    const inside = await startFeedServer('127.0.0.2')
    try {
      const { port } = new URL(inside.serve('/feed', { body: rss }))
      // The checked address is the one connected to: there is no second lookup in between.
      const honest = namesOf('127.0.0.2', '127.0.0.1')
      const feed = `http://rebinding.example:${port}/feed`
      expect(
        await reader.readWith({ allowAddresses: ['127.0.0.2'], resolve: honest.resolve }, feed),
      ).toMatchObject({ status: 'new' })
      expect(honest.questions).toEqual(['rebinding.example'])
      // The next read resolves and checks again.
      const rebound = namesOf('127.0.0.1')
      expect(
        await reader.readWith({ allowAddresses: ['127.0.0.2'], resolve: rebound.resolve }, feed),
      ).toMatchObject({ failure: { kind: 'forbidden-address' } })
      expect(inside.requests).toHaveLength(1)
    } finally {
      await inside.close()
    }
  })

  it('is not asked over a connection that stayed open from another name', async () => {
    const { port } = new URL(reader.server.serve('/shared', { body: rss }))
    const own = reader.readerWith({
      allowAddresses: ['127.0.0.1'],
      resolve: namesOf('127.0.0.1', '127.0.0.3').resolve,
    })
    try {
      const state = (
        await own.read({ feed: `http://one.example:${port}/shared`, language: 'en' }, NEVER_READ)
      ).state
      expect(state.lastSuccessAt).not.toBeNull()
      expect(
        await own.read({ feed: `http://two.example:${port}/shared`, language: 'en' }, NEVER_READ),
      ).toMatchObject({ failure: { kind: 'forbidden-address' } })
    } finally {
      await own.close()
    }
  })
})
