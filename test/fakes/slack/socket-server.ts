import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'

interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive'
  readonly payload: object
  readonly envelope_id?: string
  readonly retry_attempt?: number
}

/** Slack's side of Socket Mode: says hello, sends envelopes and records acknowledgements. */
export interface FakeSocketServer {
  /** As returned by apps.connections.open. */
  readonly url: string
  readonly connections: () => number
  /** Acknowledgements by envelope. */
  readonly acknowledged: ReadonlyMap<string, unknown>
  /** Waits for a connection, sends, and waits for the acknowledgement. */
  send(envelope: Envelope): Promise<unknown>
  /** Asks the app to reconnect, as Slack does every few hours. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'too_many_websockets'): void
  /** Breaks the connection without notice. */
  drop(): void
  close(): Promise<void>
}

export async function openSocketServer(): Promise<FakeSocketServer> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  const acknowledged = new Map<string, unknown>()
  const waiting = new Map<string, (payload: unknown) => void>()
  let current = Promise.withResolvers<WebSocket>()
  let open: WebSocket | null = null
  let connections = 0
  let sent = 0

  server.on('connection', (socket) => {
    connections += 1
    open = socket
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }))
    current.resolve(socket)
    socket.on('close', () => {
      if (open !== socket) return
      open = null
      current = Promise.withResolvers()
    })
    socket.on('message', (data) => {
      const { envelope_id: id, payload }: { envelope_id: string; payload: unknown } = JSON.parse(
        Buffer.isBuffer(data) ? data.toString() : '{}',
      )
      acknowledged.set(id, payload)
      waiting.get(id)?.(payload)
      waiting.delete(id)
    })
  })
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  return {
    url: `ws://127.0.0.1:${address.port}/`,
    connections: () => connections,
    acknowledged,
    async send(envelope) {
      sent += 1
      const id = envelope.envelope_id ?? `envelope-${sent}`
      const socket = await current.promise
      const { promise, resolve } = Promise.withResolvers<unknown>()
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ accepts_response_payload: true, ...envelope, envelope_id: id }))
      return promise
    },
    disconnect: (reason) => open?.send(JSON.stringify({ type: 'disconnect', reason })),
    drop: () => open?.terminate(),
    async close() {
      for (const client of server.clients) client.terminate()
      server.close()
      http.closeAllConnections()
      await new Promise((resolve) => {
        http.close(resolve)
      })
    },
  }
}
