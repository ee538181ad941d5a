import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { placeOf } from './a-transaction-pool.ts'

export interface Line {
  /** Address of the same database through the line. */
  readonly url: string
  /** Carries nothing more and closes nothing, as when a cable is cut or the server's machine stands still. */
  fallSilent(): void
  /** The same for the connections that stand; new ones are carried. */
  cut(): void
  /** Carries on, beginning with what was written meanwhile. */
  comeBack(): void
  close(): Promise<void>
}

/** A line to a PostgreSQL that can fall silent. */
export async function aLine(url: string): Promise<Line> {
  const { database, socket } = placeOf(url)
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-line-'))
  const calls = new Set<Call>()
  let isSilent = false
  const listener = createServer((client) => {
    const call = [client.pause(), connect(socket)] as const
    calls.add(call)
    for (const [one, other] of [call, call.toReversed()]) {
      one?.on('error', () => undefined)
      one?.on('close', () => {
        calls.delete(call)
        other?.destroy()
      })
    }
    if (!isSilent) carry(call)
  })
  function cut(): void {
    for (const [client, server] of calls) {
      client.unpipe(server).pause()
      server.unpipe(client).pause()
    }
  }
  await new Promise<void>((resolve) => listener.listen(join(directory, '.s.PGSQL.5432'), resolve))
  return {
    url: `postgres://dragoman@/${database}?host=${directory}`,
    fallSilent() {
      isSilent = true
      cut()
    },
    cut,
    comeBack() {
      isSilent = false
      for (const call of calls) carry(call)
    },
    async close() {
      for (const one of [...calls].flat()) one.destroy()
      await new Promise((resolve) => listener.close(resolve))
      rmSync(directory, { recursive: true })
    },
  }
}

type Call = readonly [client: Socket, server: Socket]

function carry([client, server]: Call): void {
  client.pipe(server)
  server.pipe(client)
}
