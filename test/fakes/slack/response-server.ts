import { createServer } from 'node:http'

/** A response received at a `response_url`. */
export interface Given {
  readonly response_type?: 'ephemeral' | 'in_channel'
  readonly text?: string
  readonly blocks?: unknown
  readonly delete_original?: boolean
  readonly replace_original?: boolean
}

/** Receives answers to commands and buttons: five for each address, as Slack does. */
export interface FakeResponses {
  /** Creates a new `response_url`. */
  url(options?: { readonly isExpired?: boolean }): string
  readonly given: readonly Given[]
  /** Resolves when this many have arrived in all. */
  until(count: number): Promise<readonly Given[]>
  close(): Promise<void>
}

const USES = 5

export async function openResponses(): Promise<FakeResponses> {
  const given: Given[] = []
  const uses = new Map<string, number>()
  const watchers = new Set<() => void>()
  let made = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const left = uses.get(path) ?? 0
      uses.set(path, left - 1)
      if (left <= 0) {
        response.writeHead(404).end('{"ok":false,"error":"used_url"}')
        return
      }
      const body: Given = JSON.parse(Buffer.concat(chunks).toString())
      given.push(body)
      response.end('ok')
      for (const look of watchers) look()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url({ isExpired = false } = {}) {
      made += 1
      const path = `/commands/T000000001/${made}`
      uses.set(path, isExpired ? 0 : USES)
      return `http://127.0.0.1:${address.port}${path}`
    },
    given,
    until(count) {
      const { promise, resolve } = Promise.withResolvers<readonly Given[]>()
      const look = () => {
        if (given.length < count) return
        watchers.delete(look)
        resolve(given)
      }
      watchers.add(look)
      look()
      return promise
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
