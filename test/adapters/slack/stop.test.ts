import { once } from 'node:events'
import { expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { boltLog, webOptions } from '../../../adapters/slack/transport/open-entrance.ts'
import { openSocket } from '../../../adapters/slack/transport/open-socket.ts'
import { chatTools } from '../../fakes/chat-tools.ts'

it('leaves no socket open when it is stopped while it connects', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  let connections = 0
  server.on('connection', (socket) => {
    connections += 1
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }))
  })
  const { log, store, endProgram } = await chatTools()
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  const slowly = async () => {
    asked.resolve()
    await answered.promise
    return Response.json({ ok: true, url: `ws://127.0.0.1:${address.port}/` })
  }
  const logger = boltLog(log)
  const web = webOptions('http://127.0.0.1:9/api/', logger, slowly)
  const entrance = openSocket('xapp-1-A1', { web, logger, log, endProgram })

  const started = entrance.start()
  await asked.promise
  const stopped = entrance.stop()
  answered.resolve()
  await Promise.all([started, stopped])
  await expect.poll(() => connections).toBe(1)
  await expect.poll(() => server.clients.size).toBe(0)
  server.close()
  await store.close()
})
