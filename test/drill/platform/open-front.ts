import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { serveOnLoopback, type LoopbackServer } from '../serve-on-loopback.ts'
import type { Fault } from './fault.ts'
import type { LoggedCall } from './platform-log.ts'
import type { Answer, StandIn } from './stand-in.ts'

/** Delay of a slow answer in real milliseconds, less than any adapter's patience. */
const SLOW_MS = 1_200

export interface FrontTools {
  readonly standIn: StandIn
  readonly log: LoggedCall[]
  /** Number of the bot's process that is calling. */
  readonly life: () => number
  readonly chooseFault: (
    call: Pick<LoggedCall, 'platform' | 'place'> & { isDelivery: boolean },
  ) => Fault | null
  /** Reports that a call reached a point at which the bot may be killed; returns true if it was. */
  readonly pass: (point: string) => boolean
  /** 0 to 1. */
  readonly random: () => number
}

export interface Front extends LoopbackServer {
  /** Number of calls that are not yet answered. */
  open(): number
  /** When something was last asked or answered, in real milliseconds. */
  lastAt(): number
  /** Resets new connections before anything is read from them, and closes idle ones. */
  resetUnread(isOn: boolean): void
  /** Closes the connections of calls whose answers are withheld. */
  letGo(): void
}

/**
 * Opens the socket in front of a platform: it reads and logs every request, injects faults and sends the
 * answers.
 */
export async function openFront(tools: FrontTools): Promise<Front> {
  const { standIn, log, random } = tools
  const withheld = new Set<Socket>()
  let open = 0
  let lastAt = Date.now()
  let resets = false

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const read = standIn.read(request.method ?? 'GET', request.url ?? '/', request.headers, body)
    const { name, place, under, isDelivery } = standIn.describe(read)
    const fault = tools.chooseFault({ platform: standIn.platform, place, isDelivery })
    const call: LoggedCall = {
      platform: standIn.platform,
      life: tools.life(),
      name,
      place,
      under,
      body: read.body,
      readAt: Date.now(),
      fault,
      carriedOut: false,
      refusal: null,
      answeredAt: null,
    }
    log.push(call)
    const point = `${standIn.platform} ${name}`
    const carryOut = (): Answer => {
      const answer = standIn.carryOut(read)
      call.carriedOut = answer.refusal === null
      return answer
    }
    const reply = (answer: Answer): void => {
      call.refusal = answer.refusal
      response.once('finish', () => (call.answeredAt = Date.now()))
      send(response, answer)
    }
    const bare = (status: number, headers: Record<string, string> = {}): void =>
      reply({ status, headers, body: `<html>${status}</html>`, refusal: String(status) })

    if (isDelivery && tools.pass(`${point}, read`)) return void request.socket.destroy()
    switch (fault) {
      case '401 once':
      case '401 for a while':
      case 'token revoked, later restored':
        return reply(standIn.refuseToken())
      case '429':
        return bare(429, { 'retry-after': '1' })
      case '429 without Retry-After':
        return bare(429)
      case '502':
        return bare(502)
      case '503':
        return bare(503)
      case 'internal error':
        return reply(standIn.internalError())
      case 'reset after the body, carried out':
        carryOut()
        return void request.socket.resetAndDestroy()
      case 'reset after the body, not carried out':
        return void request.socket.resetAndDestroy()
      case 'slow headers': {
        const early = random() < 0.5 ? carryOut() : null
        await wait(SLOW_MS)
        return reply(early ?? carryOut())
      }
      case 'no answer in time':
        carryOut()
        return void withheld.add(request.socket)
      case 'half an answer':
        return sendHalf(request.socket, response, carryOut())
      default: {
        const answer = carryOut()
        if (isDelivery && tools.pass(`${point}, carried out`)) return void request.socket.destroy()
        return reply(answer)
      }
    }
  }

  const server = await serveOnLoopback((request, response) => {
    open += 1
    lastAt = Date.now()
    response.once('close', () => {
      open -= 1
      lastAt = Date.now()
      withheld.delete(request.socket)
    })
    serve(request, response).catch(() => request.socket.destroy())
  })
  server.server.on('connection', (socket) => {
    if (resets) socket.resetAndDestroy()
  })

  return {
    ...server,
    open: () => open,
    lastAt: () => lastAt,
    resetUnread(isOn) {
      resets = isOn
      if (isOn) server.server.closeIdleConnections()
    },
    letGo() {
      for (const socket of withheld) socket.destroy()
    },
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { ...(text === '' ? {} : { 'content-type': type }), ...headers }).end(text)
}

function sendHalf(socket: Socket, response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body ?? {})
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.write(text.slice(0, text.length / 2), () => socket.destroy())
}
