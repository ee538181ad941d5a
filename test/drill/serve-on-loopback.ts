import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly server: Server
  /** Closes the port and all connections. */
  refuse(): Promise<void>
  /** Listens again at the same port. */
  listen(): Promise<void>
  close(): Promise<void>
}

/** Serves on loopback. With `host` 0.0.0.0 it serves every loopback address (127.…). */
export async function serveOnLoopback(
  listener: RequestListener,
  host = '127.0.0.1',
): Promise<LoopbackServer> {
  const server = createServer(listener)
  let port = 0
  const listen = async (): Promise<void> => {
    server.listen(port, host)
    await once(server, 'listening')
  }
  const refuse = async (): Promise<void> => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  await listen()
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, server, refuse, listen, close: refuse }
}
