import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

/**
 * A real WebSub hub on loopback. It takes requests, verifies them at the callback and signs what it delivers.
 * Each step can be made to fail.
 */
export interface Hub {
  readonly address: string
  /** All forms received, in order. */
  readonly asked: readonly URLSearchParams[]
  /** What each callback answered to a verification: status and text. */
  readonly answers: readonly { readonly status: number; readonly text: string }[]
  /**
   * Verifies the callback of the last request with the parameters of that request, changed by `changes`.
   * Resolves with the status.
   */
  verify(changes?: Readonly<Record<string, string>>): Promise<number>
  /** Delivers to the callback of the last request. Resolves with the status. */
  deliver(body: string | Uint8Array, options?: Delivering): Promise<number>
  /** Sets how requests are answered from now on. Default 202. */
  answerWith(status: number, headers?: Readonly<Record<string, string>>): void
  /** Verifies each request before answering it, as some hubs do. */
  verifyAtOnce(leaseSeconds: number): void
  close(): Promise<void>
}

interface Delivering {
  readonly method?: string
  /** Used in place of the agreed secret. */
  readonly secret?: string
  /** Used in place of the signature. */
  readonly signature?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly callback?: string
}

export async function startHub(): Promise<Hub> {
  const asked: URLSearchParams[] = []
  const answers: { status: number; text: string }[] = []
  let answer: { status: number; headers: Readonly<Record<string, string>> } = { status: 202, headers: {} }
  let leaseAtOnce: number | null = null

  const value = (name: string, from = asked.at(-1)): string => from?.get(`hub.${name}`) ?? ''

  async function verify(changes: Readonly<Record<string, string>> = {}): Promise<number> {
    const callback = new URL(value('callback'))
    const said = {
      'hub.mode': value('mode'),
      'hub.topic': value('topic'),
      'hub.challenge': 'c0ffee',
      'hub.lease_seconds': '864000',
      ...changes,
    }
    for (const [name, text] of Object.entries(said)) callback.searchParams.set(name, text)
    const response = await fetch(callback)
    answers.push({ status: response.status, text: await response.text() })
    return response.status
  }

  async function take(request: IncomingMessage): Promise<void> {
    asked.push(new URLSearchParams(await bodyOf(request)))
    if (leaseAtOnce !== null) await verify({ 'hub.lease_seconds': String(leaseAtOnce) })
  }

  const server = createServer((request, response) => {
    take(request).then(
      () => response.writeHead(answer.status, answer.headers).end(),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    answers,
    verify,
    async deliver(body, { method = 'sha256', secret, signature, headers = {}, callback } = {}) {
      const subscription = asked.findLast((form) => form.get('hub.mode') === 'subscribe')
      const key = secret ?? value('secret', subscription)
      const signed = signature ?? `${method}=${createHmac(method, key).update(body).digest('hex')}`
      const response = await fetch(callback ?? value('callback', subscription), {
        method: 'POST',
        body: new Blob([Buffer.from(body)]),
        headers: {
          'content-type': 'application/rss+xml',
          ...(signature === null ? {} : { 'x-hub-signature': signed }),
          ...headers,
        },
      })
      await response.arrayBuffer()
      return response.status
    },
    answerWith: (status, headers = {}) => {
      answer = { status, headers }
    },
    verifyAtOnce: (leaseSeconds) => {
      leaseAtOnce = leaseSeconds
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
