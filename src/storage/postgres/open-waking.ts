import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { SharedWork } from '../../records/ports/shared-work.ts'
import { clientOptions } from './connect.ts'
import type { ServerAddress } from './server-address.ts'

const BETWEEN_TRIES_MS = 2_000

/**
 * Receives `wake` of other processes, on a connection of its own that is opened with the first listener. It
 * only saves waiting: through PgBouncer, or while the connection is lost, listeners find work by looking.
 */
export function openWaking(address: ServerAddress) {
  const channel = 'dragoman'
  const listeners: { readonly what: string; readonly woken: () => void }[] = []
  const closing = new AbortController()
  let listening: Promise<void> | null = null

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      const client = new pg.Client(clientOptions(address))
      const ended = Promise.withResolvers<void>()
      client.on('error', () => ended.resolve())
      client.on('end', () => ended.resolve())
      client.on('notification', ({ payload }) => {
        for (const { what, woken } of listeners) if (what === payload) woken()
      })
      try {
        await client.connect()
        await client.query(`listen ${channel}`)
        // Something may have been announced while nobody listened.
        for (const { woken } of listeners) woken()
        closing.signal.addEventListener('abort', () => ended.resolve(), { once: true })
        if (!closing.signal.aborted) await ended.promise
      } catch {
        // No server; tried again below.
      }
      await client.end().catch(() => undefined)
      await wait(BETWEEN_TRIES_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  }

  return {
    channel,
    on: ((what, woken) => {
      listeners.push({ what, woken })
      listening ??= listen()
    }) satisfies SharedWork['onWake'],
    async close(): Promise<void> {
      closing.abort()
      await listening
    },
  }
}
