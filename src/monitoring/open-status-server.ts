import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { LISTENER_LIMITS, MAX_CONNECTIONS } from '../web/open-public-server.ts'

/** What a probe is told, and what says why. */
interface Finding {
  readonly isWell: boolean
  readonly text: string
}

interface StatusServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * Answers whoever watches the process: `/healthz` (is it alive: else start it anew), `/readyz` (may it be given work), `/metrics` (Prometheus). On a port of its own,
 * since it says how the bot fares and the world is not to read that. Rejects when the port cannot be had.
 */
export async function openStatusServer(options: {
  /** 0: any free one. */
  readonly port: number
  /** The IP address of this machine that it listens on. */
  readonly host: string
  readonly registry: Pick<Registry, 'contentType' | 'metrics'>
  readonly alive: () => Finding
  readonly ready: () => Promise<Finding>
}): Promise<StatusServer> {
  const { registry, alive, ready } = options
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': (response) => tell(response, alive()),
    '/readyz': async (response) => tell(response, await ready()),
    async '/metrics'(response) {
      // Gauges that cannot be read leave a scrape without any figures: Prometheus then says that it failed.
      const text = await registry.metrics()
      response.writeHead(200, { 'content-type': registry.contentType }).end(text)
    },
  }
  const server = createServer(LISTENER_LIMITS, (request, response) => {
    const answer = answers[(request.url ?? '').split('?', 1)[0] ?? '']
    if (answer === undefined || !(request.method === 'GET' || request.method === 'HEAD')) {
      response.writeHead(404).end()
      return
    }
    answer(response).catch(() => {
      if (!response.headersSent) response.writeHead(503)
      response.end()
    })
  })
  server.maxConnections = MAX_CONNECTIONS
  server.listen(options.port, options.host)
  await once(server, 'listening').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Port ${options.port} at ${options.host} cannot be had (${reason}). Free it, or set another in DRAGOMAN_STATUS_PORT.`,
      { cause: error },
    )
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function tell(response: ServerResponse, { isWell, text }: Finding): Promise<void> {
  response.writeHead(isWell ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
  return Promise.resolve()
}
