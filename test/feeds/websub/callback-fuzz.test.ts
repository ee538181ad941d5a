import { createServer } from 'node:http'
import { connect } from 'node:net'
import { array, assert, asyncProperty, constantFrom, oneof, record, string, uint8Array } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPushBook } from '../../../src/feeds/websub/create-push-book.ts'
import { createPushCallback } from '../../../src/feeds/websub/create-push-callback.ts'
import type { Push } from '../../../src/records/feed-state.ts'
import { effort } from '../../effort.ts'

const TOKEN = 'a'.repeat(32)
const push: Push = {
  hub: 'https://hub.example/',
  topic: 'https://gazette.example/feed',
  callback: `https://news.example/hubs/${TOKEN}`,
  secret: 'kept',
  status: 'asked',
  askedAt: 0,
  askAt: 0,
  inVain: 0,
  leaseUntil: null,
  deliveredAt: null,
  forged: 0,
  missed: 0,
}
const book = createPushBook()
let taken = 0
const server = createServer(
  createPushCallback({
    book,
    now: () => 0,
    desk: {
      keepPush: () => Promise.resolve(),
      takeDelivery: () => Promise.resolve().then(() => void (taken += 1)),
    },
    maxBytes: 1000,
  }),
)
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** Sends raw bytes; resolves with the answer when the connection ends. */
const send = (bytes: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
    socket.on('close', () => resolve(answer)).on('error', () => {})
    socket.end(bytes)
  })

describe('createPushCallback, given anything', () => {
  it('answers each request, confirms nothing and takes nothing that is not signed', async () => {
    const piece = oneof(
      string({ maxLength: 10 }),
      constantFrom(
        'hub.mode=subscribe',
        'hub.mode=denied',
        '&',
        'hub.challenge=x',
        '%',
        '?',
        '/',
        '__proto__=1',
      ),
    )
    await assert(
      asyncProperty(
        record({
          method: constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS'),
          path: oneof(
            constantFrom(`/hubs/${TOKEN}`, '/hubs/', '/hubs/__proto__', '//', '/%'),
            string({ maxLength: 8 }),
          ),
          query: array(piece, { maxLength: 6 }),
          signature: oneof(
            constantFrom('sha1=', `sha256=${'0'.repeat(64)}`, `sha512=${'f'.repeat(200)}`),
            string({ maxLength: 20 }),
          ),
          encoding: constantFrom('gzip', 'br', 'deflate', 'identity', 'nonsense'),
          body: uint8Array({ maxLength: 1500 }),
        }),
        async ({ method, path, query, signature, encoding, body }) => {
          book.set('gazette', push)
          const line = `${method} ${encodeURI(path.toWellFormed()).replaceAll(' ', '') || '/'}?${encodeURI(query.join('').toWellFormed())} HTTP/1.1`
          const head = [
            line,
            'host: x',
            'connection: close',
            `content-length: ${body.length}`,
            `content-encoding: ${encoding}`,
            `x-hub-signature: ${signature.replaceAll(/[^\x20-\x7e]/g, '')}`,
          ]
          const answer = await send(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
          expect(answer === '' || /^HTTP\/1\.1 [245]\d\d /u.test(answer)).toBe(true)
          expect(book.of('gazette')).toMatchObject({ status: 'asked', deliveredAt: null })
        },
      ),
      { numRuns: effort(300) },
    )
    expect(taken).toBe(0)
  }, 60_000)
})
