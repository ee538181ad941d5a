import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { serveOnLoopback, type LoopbackServer } from './serve-on-loopback.ts'

const postSchema = z.object({ key: z.string(), message: z.looseObject({ kind: z.string() }) })

type PostedMessage = z.infer<typeof postSchema>['message']

/** What readers of the platform see, and what it did to the bot. The truth that the bot is measured against. */
export interface PlatformRecord {
  readonly accepted: {
    readonly platform: string
    readonly channel: string
    readonly key: string
    message: PostedMessage
    edits: number
  }[]
  /** Keys of calls that ended without a clear answer: accepted or not, the bot was not told. */
  readonly unanswered: Set<string>
  /** How often each behaviour was shown. */
  readonly behaviours: Map<Behaviour | 'repeat recognised' | 'cut by a kill', number>
  /** Calls to the channel that is gone, after the first answer that said so. */
  callsAfterGone: number
}

type Behaviour =
  | 'answered'
  | 'delayed'
  | 'dropped after receiving'
  | 'dropped before receiving'
  | '429'
  | '500 after receiving'
  | '500 before receiving'
  | '503'
  | 'channel gone'

/** Out of a thousand. */
const MISBEHAVIOUR: readonly (readonly [Behaviour, number])[] = [
  ['delayed', 150],
  ['dropped after receiving', 60],
  ['dropped before receiving', 40],
  ['429', 60],
  ['500 after receiving', 25],
  ['500 before receiving', 25],
  ['503', 40],
]

/** The name of a channel that is archived when it has got so many messages. */
export const DOOMED = 'doomed'
const DOOMED_AFTER = 3

export interface StubPlatform extends LoopbackServer {
  readonly record: PlatformRecord
  /** From now on every call is answered at once and truly. */
  behave(): void
}

/** A chat platform over real HTTP. `discord` knows a key again and shows the message once; `slack` shows whatever comes. */
export async function startStubPlatform(random: () => number): Promise<StubPlatform> {
  const record: PlatformRecord = {
    accepted: [],
    unanswered: new Set(),
    behaviours: new Map(),
    callsAfterGone: 0,
  }
  let misbehaves = true
  const count = (what: Parameters<typeof record.behaviours.get>[0]): void => {
    record.behaviours.set(what, (record.behaviours.get(what) ?? 0) + 1)
  }
  const ofChannel = (channel: string): number =>
    record.accepted.filter((one) => one.channel === channel).length

  function pick(channel: string): Behaviour {
    if (channel === DOOMED && ofChannel(DOOMED) >= DOOMED_AFTER) return 'channel gone'
    if (!misbehaves) return 'answered'
    let left = random() * 1000
    for (const [behaviour, share] of MISBEHAVIOUR) {
      left -= share
      if (left < 0) return behaviour
    }
    return 'answered'
  }

  function accept(platform: string, channel: string, body: string): string {
    const { key, message } = postSchema.parse(JSON.parse(body))
    const known = platform === 'discord' ? record.accepted.findIndex((one) => one.key === key) : -1
    if (known >= 0) count('repeat recognised')
    else record.accepted.push({ platform, channel, key, message, edits: 0 })
    return String(known >= 0 ? known : record.accepted.length - 1)
  }

  function edit(id: string, body: string): string {
    const posted = record.accepted[Number(id)]
    if (posted !== undefined) {
      posted.message = postSchema.omit({ key: true }).parse(JSON.parse(body)).message
      posted.edits += 1
    }
    return id
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, platform = '', channel = '', id] = (request.url ?? '').split('/')
    const body = await read(request)
    const behaviour = pick(channel)
    count(behaviour)
    const key = keyOf(body)
    const carryOut = (): string => (id === undefined ? accept(platform, channel, body) : edit(id, body))
    const answer = (status: number, headers: Record<string, string> = {}, text = ''): void => {
      // The process that asked was killed.
      if (response.destroyed) count('cut by a kill')
      response.writeHead(status, headers).end(text)
    }
    switch (behaviour) {
      case 'answered':
        return answer(200, {}, JSON.stringify({ id: carryOut() }))
      case 'delayed': {
        // Sometimes it is shown before the wait, sometimes after.
        const shown = random() < 0.5 ? carryOut() : null
        await wait(20 + random() * 800)
        return answer(200, {}, JSON.stringify({ id: shown ?? carryOut() }))
      }
      case 'dropped after receiving':
        carryOut()
        record.unanswered.add(key)
        return void request.socket.destroy()
      case 'dropped before receiving':
        record.unanswered.add(key)
        return void request.socket.destroy()
      case '500 after receiving':
        carryOut()
        record.unanswered.add(key)
        return answer(500)
      case '500 before receiving':
        record.unanswered.add(key)
        return answer(500)
      case '429':
        return answer(429, { 'retry-after': '0.5' })
      case '503':
        return answer(503)
      case 'channel gone':
        if ((record.behaviours.get('channel gone') ?? 0) > 1) record.callsAfterGone += 1
        return answer(404)
    }
  }

  const server = await serveOnLoopback((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  return { ...server, record, behave: () => (misbehaves = false) }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(request, 'end')
  return Buffer.concat(chunks).toString()
}

function keyOf(body: string): string {
  const parsed = postSchema.safeParse(JSON.parse(body))
  return parsed.success ? parsed.data.key : ''
}
