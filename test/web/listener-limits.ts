import { expect, it } from 'vitest'
import { holdOpen, listensAt } from './hold-open.ts'

/** A public server on a loopback port. */
export interface Listening {
  readonly port: number
  /** Path that accepts bodies. */
  readonly path: string
}

/**
 * Defines the tests that every public server must pass. `listening` returns the server of a case, `largest`
 * is the maximum size in bytes of a body. How long a server waits is tested in
 * `test/web/slow-clients.long.test.ts`.
 */
export function listenerLimits(listening: () => Listening, largest: number): void {
  it('listens on this machine alone where nothing else is set', async () => {
    const { port } = listening()
    expect([await listensAt('127.0.0.1', port), await listensAt('127.0.0.2', port)]).toEqual([true, false])
  })

  it('takes no header without an end', async () => {
    const { ended } = await holdOpen(
      listening().port,
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}`,
    )
    expect((await ended).answer).toMatch(/^HTTP\/1\.1 431 /u)
  })

  it('refuses a body that is too large, told beforehand or not', async () => {
    const { port, path } = listening()
    const address = `http://127.0.0.1:${port}${path}`
    const body = 'x'.repeat(largest + 1)
    const ask = (init: RequestInit) =>
      fetch(address, { method: 'POST', ...init }).then(({ status }) => status)
    expect(await ask({ body })).toBe(413)
    const { ended } = await holdOpen(
      port,
      `POST ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n${(largest + 1).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    )
    expect((await ended).answer).toMatch(/^HTTP\/1\.1 413 /u)
  })

  it('holds no more connections than it can bear', async () => {
    const { port } = listening()
    const held = await Promise.all(Array.from({ length: 230 }, () => holdOpen(port, 'GET / HTTP/1.1\r\n')))
    let turnedAway = 0
    for (const { ended } of held) void ended.then(() => (turnedAway += 1))
    // Connections are handled in order: the server has decided on all earlier ones before this one.
    await (
      await holdOpen(port, 'GET / HTTP/1.1\r\n')
    ).ended
    await expect.poll(() => turnedAway).toBe(30)
    for (const one of held) one.leave()
  })
}
