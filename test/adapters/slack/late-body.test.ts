import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BodyNotSent, withLateBody } from '../../../adapters/slack/transport/late-body.ts'
import { handOverContext } from '../../../src/chat/post-journal.ts'

const BODY = 'channel=C1&text=hello'
const WHOLE = `\r\n\r\n${BODY}`

/** Starts a server that passes on what it has read of a connection with every chunk. Returns its address. */
async function aServer(meet: (socket: Socket, read: string) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let read = ''
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => meet(socket, (read += chunk.toString())))
    meet(socket, '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  return `http://127.0.0.1:${port}/api/chat.postMessage`
}

const answer = (socket: Socket): boolean => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')

/** Posts; returns the outcome and whether the body was handed over. */
async function post(url: string) {
  let isHandedOver = false
  const fetch = withLateBody(globalThis.fetch)
  const ended: unknown = await handOverContext
    .run(
      async () => void (isHandedOver = true),
      () => fetch(url, { method: 'POST', body: BODY, headers: { 'content-type': 'text/plain' } }),
    )
    .catch((error: unknown) => error)
  return { ended, isHandedOver: () => isHandedOver }
}

describe('a post to Slack', () => {
  it('arrives whole, with its length, and is handed over', async () => {
    let read = ''
    const url = await aServer((socket, text) => {
      read = text
      if (text.endsWith(WHOLE)) answer(socket)
    })
    const { ended, isHandedOver } = await post(url)
    expect(ended).toMatchObject({ status: 200 })
    expect(isHandedOver()).toBe(true)
    expect(read).toContain(`content-length: ${BODY.length}`)
  })

  it.each([
    ['at once', (socket: Socket, read: string) => void (read === '' && socket.resetAndDestroy())],
    [
      'when its head was read',
      (socket: Socket, read: string) => void (read !== '' && socket.resetAndDestroy()),
    ],
    ['by a polite end', (socket: Socket, read: string) => void (read !== '' && socket.end())],
  ])('surely did not arrive where the connection ends %s', async (_when, meet) => {
    const { ended, isHandedOver } = await post(await aServer(meet))
    expect(ended).toBeInstanceOf(BodyNotSent)
    await wait(200)
    expect(isHandedOver()).toBe(false)
  })

  it('may have arrived where the connection ends behind its body', async () => {
    const { ended, isHandedOver } = await post(
      await aServer((socket, read) => void (read.endsWith(WHOLE) && socket.resetAndDestroy())),
    )
    expect(ended).toBeInstanceOf(TypeError)
    expect(isHandedOver()).toBe(true)
  })

  it('waits until the one before it is on its connection', async () => {
    const url = await aServer((socket, text) => void (text.endsWith(WHOLE) && answer(socket)))
    const fetch = withLateBody(globalThis.fetch)
    let between = 0
    let most = 0
    const one = () =>
      handOverContext.run(
        async () => {
          most = Math.max(most, ++between)
          await wait(5)
          between -= 1
        },
        () => fetch(url, { method: 'POST', body: BODY }),
      )
    const answers = await Promise.all(Array.from({ length: 20 }, one))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(most).toBe(1)
  })

  it('is not sent where it cannot be written down that it will be', async () => {
    let read = ''
    const url = await aServer((_socket, text) => (read = text))
    const fetch = withLateBody(globalThis.fetch)
    const posting = handOverContext.run(
      () => Promise.reject(new Error('the disk is full')),
      () => fetch(url, { method: 'POST', body: BODY }),
    )
    await expect(posting).rejects.toBeInstanceOf(BodyNotSent)
    expect(read).not.toContain('hello')
  })
})
