import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The startup parameters that PgBouncer accepts unless it is told to ignore more
 * (https://www.pgbouncer.org/config.html#ignore_startup_parameters).
 */
const TAKEN = new Set(['user', 'database', 'application_name', 'client_encoding'])

/** Statements that need a session, which a client does not have in this mode. */
const OF_SESSIONS = /^\s*(?:set\s+(?!local)|listen|unlisten|prepare|deallocate|discard|declare)/iu

export interface TransactionPool {
  /** Address of the same database through the pool. */
  readonly url: string
  /** Requests that PgBouncer does not support in this mode. */
  readonly refused: readonly string[]
  /** How often a client got another server connection than the time before. */
  changes(): number
  close(): Promise<void>
}

/**
 * Stands between clients and a PostgreSQL as PgBouncer does with `pool_mode = transaction`: each transaction
 * gets a free one of a few connections, the one that has been idle longest. It speaks the protocol of
 * https://www.postgresql.org/docs/15/protocol-message-formats.html without passwords.
 */
export async function aTransactionPool(url: string, servers: number): Promise<TransactionPool> {
  const { database, socket } = placeOf(url)
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-pool-'))
  const refused: string[] = []
  const idle: Server[] = []
  const waiting: ((server: Server) => void)[] = []
  const sockets = new Set<Socket>()
  let changes = 0

  const free = (server: Server): void => {
    server.client = null
    const next = waiting.shift()
    if (next === undefined) idle.push(server)
    else next(server)
  }
  function openServer(): void {
    const server: Server = { socket: connect(socket), client: null }
    sockets.add(server.socket)
    server.socket.write(startup({ user: 'dragoman', database }))
    server.socket.on('error', () => undefined)
    let isReady = false
    readFrames(server.socket, (frame) => {
      if (isReady) server.client?.write(frame)
      // ReadyForQuery outside a transaction.
      if (frame[0] !== 0x5a || frame[5] !== 0x49) return
      isReady = true
      free(server)
    })
  }
  for (let i = 0; i < servers; i++) openServer()

  const listener = createServer((client) => {
    sockets.add(client)
    client.on('error', () => undefined)
    let server: Server | null = null
    let last: Server | null = null
    let isAsking = false
    const held: Buffer[] = []
    readFrames(
      client,
      (frame) => {
        if (frame[0] === 0x58) return // Terminate
        const said = frame.toString('utf8', 5)
        if (frame[0] === 0x50 && said[0] !== '\0')
          refused.push(`a statement with a name: ${said.split('\0')[0]}`)
        const text = frame[0] === 0x50 ? said.slice(said.indexOf('\0') + 1) : frame[0] === 0x51 ? said : ''
        for (const one of text.split(';')) if (OF_SESSIONS.test(one)) refused.push(one)
        if (server?.client === client) {
          server.socket.write(frame)
          return
        }
        held.push(frame)
        if (isAsking) return
        isAsking = true
        const take = (given: Server): void => {
          if (last !== null && last !== given) changes += 1
          last = server = given
          given.client = client
          isAsking = false
          for (const waited of held.splice(0)) given.socket.write(waited)
        }
        const found = idle.shift()
        if (found === undefined) waiting.push(take)
        else take(found)
      },
      (parameters) => {
        refused.push(...parameters.filter((name) => !TAKEN.has(name)).map((name) => `the parameter ${name}`))
        client.write(WELCOME)
      },
    )
    client.on('close', () => {
      if (server?.client !== client) return
      // Closing the connection to the server ends the transaction.
      server.socket.destroy()
      openServer()
    })
  })
  await new Promise<void>((resolve) => listener.listen(join(directory, '.s.PGSQL.5432'), resolve))
  return {
    url: `postgres://dragoman@/${database}?host=${directory}`,
    refused,
    changes: () => changes,
    async close() {
      for (const one of sockets) one.destroy()
      await new Promise((resolve) => listener.close(resolve))
      rmSync(directory, { recursive: true })
    },
  }
}

interface Server {
  readonly socket: Socket
  client: Socket | null
}

/** Splits an address into the database and the path of the socket. */
export function placeOf(url: string): { readonly database: string; readonly socket: string } {
  const found = /^postgres:\/\/[^/]*\/(?<database>\w+)\?host=(?<directory>[^&]+)$/u.exec(url)?.groups
  if (found?.['database'] === undefined || found['directory'] === undefined)
    throw new Error('only a server on a socket can be pooled here')
  return { database: found['database'], socket: join(found['directory'], '.s.PGSQL.5432') }
}

/**
 * Calls back with each complete message of a connection. The first one of a client has no type and contains
 * its parameters.
 */
function readFrames(
  socket: Socket,
  onFrame: (frame: Buffer) => void,
  onStartup?: (parameters: readonly string[]) => void,
): void {
  let left = Buffer.alloc(0)
  let isStarting = onStartup !== undefined
  socket.on('data', (data: Buffer) => {
    left = Buffer.concat([left, data])
    for (;;) {
      const head = isStarting ? 0 : 1
      if (left.length < head + 4) return
      const end = head + left.readInt32BE(head)
      if (left.length < end) return
      const frame = left.subarray(0, end)
      left = left.subarray(end)
      if (isStarting) {
        isStarting = false
        onStartup?.(
          frame
            .toString('utf8', 8)
            .split('\0')
            .filter((name, at) => at % 2 === 0 && name !== ''),
        )
      } else onFrame(frame)
    }
  })
}

function startup(parameters: Readonly<Record<string, string>>): Buffer {
  const text = `${Object.entries(parameters).flat().join('\0')}\0\0`
  const head = Buffer.alloc(8)
  head.writeInt32BE(8 + Buffer.byteLength(text))
  head.writeInt32BE(196_608, 4)
  return Buffer.concat([head, Buffer.from(text)])
}

/** AuthenticationOk, then ReadyForQuery outside a transaction. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
