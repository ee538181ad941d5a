import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPublicServer, type PublicServer } from '../../src/web/open-public-server.ts'
import { listensAt } from './hold-open.ts'
import { type HubServer, LARGEST_PUSH, openHubServer } from './hub-server.ts'
import { listenerLimits } from './listener-limits.ts'

let server: PublicServer
afterEach(() => server.close())

async function open(publicUrl: string): Promise<(path: string) => Promise<string>> {
  server = await openPublicServer({
    port: 0,
    host: '127.0.0.1',
    publicUrl,
    routes: {
      '/hubs': (request, response) => response.end(`hubs ${request.url}`),
      '/hooks': (_request, response) => response.end('hooks'),
    },
  })
  return async (path) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`)
    return response.ok ? response.text() : String(response.status)
  }
}

describe('openPublicServer', () => {
  it('gives each path to who serves it, and says 404 to all others', async () => {
    const ask = await open('https://news.example')
    expect(await ask('/hubs/abc?mode=x')).toBe('hubs /hubs/abc?mode=x')
    expect(await ask('/hooks')).toBe('hooks')
    expect(await ask('/hubsters')).toBe('404')
    expect(await ask('/')).toBe('404')
  })

  it('takes requests with and without the path of the public address: proxies differ', async () => {
    const ask = await open('https://news.example/bot/')
    expect(await ask('/bot/hooks')).toBe('hooks')
    expect(await ask('/hooks')).toBe('hooks')
  })

  it('says so when the port cannot be had', async () => {
    await open('https://news.example')
    await expect(
      openPublicServer({
        port: server.port,
        host: '127.0.0.1',
        publicUrl: 'https://news.example',
        routes: {},
      }),
    ).rejects.toThrow('EADDRINUSE')
  })

  it('listens where it is told to, and says so when it has no such address', async () => {
    server = await openPublicServer({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://news.example',
      routes: {},
    })
    expect(await listensAt('127.0.0.2', server.port)).toBe(true)
    await expect(
      openPublicServer({ port: 0, host: '192.0.2.1', publicUrl: 'https://news.example', routes: {} }),
    ).rejects.toThrow(/192\.0\.2\.1.*DRAGOMAN_HOST/u)
  })

  it('outlives what is no HTTP, and ends with connections open', async () => {
    const ask = await open('https://news.example')
    const socket = connect(server.port, '127.0.0.1')
    socket.resume().write('\u0000\u0001 no such thing\r\n\r\n')
    await once(socket, 'close')
    connect(server.port, '127.0.0.1').on('error', () => {})
    expect(await ask('/hooks')).toBe('hooks')
  })
})

describe('a public server', () => {
  let hubs: HubServer
  beforeEach(async () => {
    hubs = await openHubServer()
    server = hubs
  })
  listenerLimits(() => hubs, LARGEST_PUSH)
})
