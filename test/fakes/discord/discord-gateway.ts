import type { Server } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { APPLICATION, botUser, guildData, type FakeGuild } from './discord-guild.ts'

interface Session {
  readonly id: string
  socket: WebSocket | null
  /** Everything sent, so that a client that resumes can receive what it missed. */
  readonly said: { readonly t: string; readonly d: unknown }[]
}

export interface FakeGateway {
  /** Number of logins and of resumed sessions. */
  readonly counts: { identified: number; resumed: number }
  /** Number of open connections. */
  connections(): number
  /** Sends an event. A client that is not connected receives it when it resumes. */
  dispatch(event: string, data: unknown): void
  /** Breaks the connection as a network failure does. */
  drop(): void
  /** Ends the session with a close code. */
  end(code: number): void
  /** Breaks all connections, also those not logged in, and accepts no other before `reopen`. */
  shut(): void
  reopen(): void
  /** Closes the next login with this close code. */
  refuseNext(code: number): void
  /** Accepts logins but never answers them. */
  greetNobody(): void
  close(): void
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const

const received = z.looseObject({ op: z.number(), d: z.unknown() })
const identify = z.looseObject({ token: z.string(), intents: z.number() })
const resume = z.looseObject({ session_id: z.string(), seq: z.number() })

/** Heartbeat interval in milliseconds, so long that no test waits for one. */
const HEARTBEAT_MS = 40_000

/**
 * Opens a gateway with sessions: hello, identify, ready, the servers one by one, heartbeats, resume.
 * https://docs.discord.com/developers/events/gateway
 */
export function openGateway(
  server: Server,
  {
    token,
    guilds,
    url,
  }: { readonly token: string; readonly guilds: () => Iterable<FakeGuild>; readonly url: () => string },
): FakeGateway {
  let opening = Promise.withResolvers<void>()
  opening.resolve()
  const sockets = new WebSocketServer({
    server,
    verifyClient: (_, answer) => void opening.promise.then(() => answer(true)),
  })
  const sessions = new Map<string, Session>()
  const counts = { identified: 0, resumed: 0 }
  let refusal: number | null = null
  let isSilent = false

  const say = (session: Session, t: string, d: unknown): void => {
    session.said.push({ t, d })
    send(session.socket, { op: OP.dispatch, t, d, s: session.said.length })
  }

  const greet = (session: Session): void => {
    const all = [...guilds()]
    say(session, 'READY', {
      v: 10,
      user: botUser,
      guilds: all.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: APPLICATION, flags: 0 },
    })
    for (const guild of all) say(session, 'GUILD_CREATE', guildData(guild))
  }

  const hear = (socket: WebSocket, { op, d }: z.output<typeof received>): void => {
    if (op === OP.heartbeat) send(socket, { op: OP.heartbeatAck })
    if (op === OP.identify) {
      if (identify.parse(d).token !== token) return socket.close(4004, 'Authentication failed')
      if (refusal !== null) {
        socket.close(refusal)
        refusal = null
        return
      }
      counts.identified += 1
      const session: Session = { id: `session-${counts.identified}`, socket, said: [] }
      sessions.set(session.id, session)
      if (!isSilent) greet(session)
    }
    if (op === OP.resume) {
      const { session_id, seq } = resume.parse(d)
      const session = sessions.get(session_id)
      if (session === undefined) return send(socket, { op: OP.invalidSession, d: false })
      counts.resumed += 1
      session.socket = socket
      for (const [index, missed] of session.said.entries())
        if (index >= seq) send(socket, { op: OP.dispatch, ...missed, s: index + 1 })
      say(session, 'RESUMED', {})
    }
  }

  sockets.on('connection', (socket) => {
    send(socket, { op: OP.hello, d: { heartbeat_interval: HEARTBEAT_MS } })
    socket.on('message', (raw: Buffer) => hear(socket, received.parse(JSON.parse(raw.toString()))))
    socket.on('close', () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null
    })
  })

  return {
    counts,
    connections: () => sockets.clients.size,
    dispatch(event, data) {
      for (const session of sessions.values()) say(session, event, data)
    },
    drop() {
      for (const { socket } of sessions.values()) socket?.terminate()
    },
    end(code) {
      for (const { socket } of sessions.values()) socket?.close(code)
    },
    shut() {
      opening = Promise.withResolvers()
      for (const socket of sockets.clients) socket.terminate()
    },
    reopen: () => opening.resolve(),
    refuseNext(code) {
      refusal = code
    },
    greetNobody() {
      isSilent = true
    },
    close() {
      opening.resolve()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const send = (socket: WebSocket | null, payload: object): void => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(payload))
}
