import { createServer } from 'node:net'
import { createEmulator } from 'emulate'
import { z } from 'zod'
import { validateMessage } from './validate-message.ts'
import { validateView } from './validate-view.ts'

/** A call of the Web API with its arguments as sent; JSON is parsed. */
interface Call {
  readonly method: string
  readonly token: string
  readonly args: Readonly<Record<string, unknown>>
}

/** Replaces a call or adds to it. Returns null to let the call go on unchanged. */
type Fault = (call: Call, send: () => Promise<Response>) => Promise<Response> | null

export interface FakeWebApi {
  /** For SLACK_API_URL. */
  readonly url: string
  readonly fetch: typeof globalThis.fetch
  readonly calls: readonly Call[]
  of(method: string): readonly Call[]
  /**
   * Applies a fault once, to the next call of a method for which it does not return null. `response_url`
   * stands for posts to such an address.
   */
  breakNext(method: string, fault: Fault): void
  /** Defines methods that the emulator lacks or gets wrong. */
  answer(method: string, reply: (call: Call) => object): void
  /** Returns texts and blocks of a channel as the emulator keeps them, oldest first. */
  shown(channel: string): Promise<readonly Kept[]>
  /** @throws Error if something was sent that Slack would refuse */
  close(): Promise<void>
}

/** Ids assigned by the emulator. */
export const TEAM = 'T000000001'
export const ADA = 'U000000001'
export const GENERAL = 'C000000001'
export const RANDOM = 'C000000002'
export const BOT = 'UBOT00001'
export const BOT_TOKEN = 'xoxb-desk-1'

export const OAUTH = { clientId: '1111.2222', clientSecret: 'client-secret-1' }

/** `ok: false`, as Slack answers with status 200. */
export const refusal =
  (error: string): Fault =>
  async () =>
    Response.json({ ok: false, error })

/** Answers that the caller must wait. */
export const tooFast =
  (seconds: number): Fault =>
  async () =>
    new Response('', { status: 429, headers: { 'retry-after': String(seconds) } })

/** Executes the call and loses its answer. */
export const lostAnswer: Fault = async (_call, send) => {
  await send()
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  })
}

/** The connection is refused. */
export const unreachable: Fault = () =>
  Promise.reject(
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    }),
  )

/** Opens the emulator. `redirectTo` is where people return after they have allowed the app. */
export async function openWebApi({ redirectTo = '' } = {}): Promise<FakeWebApi> {
  const port = await freePort()
  const emulator = await createEmulator({
    service: 'slack',
    port,
    seed: {
      slack: {
        oauth_apps: [
          {
            client_id: OAUTH.clientId,
            client_secret: OAUTH.clientSecret,
            name: 'Dragoman',
            app_id: 'A000000001',
            bot_id: 'BBOT00001',
            bot_user_id: BOT,
            bot_name: 'dragoman',
            redirect_uris: [redirectTo].filter((uri) => uri !== ''),
            scopes: SCOPES,
          },
        ],
        tokens: [{ token: BOT_TOKEN, user: 'dragoman', scopes: SCOPES }],
      },
    },
  })
  const url = `http://127.0.0.1:${port}/api/`
  const calls: Call[] = []
  const broken: string[] = []
  const faults: { readonly method: string; readonly fault: Fault }[] = []
  const answers = new Map<string, (call: Call) => object>([
    ['chat.unfurl', () => ({ ok: true })],
    [
      'users.info',
      ({ args }) => ({
        ok: true,
        user: {
          id: args['user'],
          team_id: TEAM,
          tz: 'Europe/Istanbul',
          locale: 'en-GB',
          is_admin: args['user'] === ADA,
        },
      }),
    ],
  ])

  function takeFault(method: string): Fault | undefined {
    const at = faults.findIndex((broken) => broken.method === method)
    const [found] = at === -1 ? [] : faults.splice(at, 1)
    return found?.fault
  }

  let isClosed = false
  const watching: typeof globalThis.fetch = async (input, init) => {
    // Slack's client tries for half an hour what was under way when a test ended, where nobody answers.
    if (isClosed) return Response.json({ ok: false, error: 'fatal_error' })
    const target = input instanceof Request ? input.url : input.toString()
    if (!target.startsWith(url)) {
      const broken = takeFault('response_url')
      const send = () => fetch(input, init)
      return (await broken?.({ method: 'response_url', token: '', args: {} }, send)) ?? send()
    }
    const call = readCall(target.slice(url.length), init)
    calls.push(call)
    broken.push(...problemsOf(call))
    const send = () => {
      const reply = answers.get(call.method)
      return reply === undefined ? fetch(input, withIds(init)) : Promise.resolve(Response.json(reply(call)))
    }
    return (await takeFault(call.method)?.(call, send)) ?? send()
  }

  return {
    url,
    fetch: watching,
    calls,
    of: (method) => calls.filter((call) => call.method === method),
    breakNext: (method, fault) => void faults.push({ method, fault }),
    answer: (method, reply) => void answers.set(method, reply),
    async shown(channel) {
      const messages = await history(url, 'conversations.history', { channel, limit: '200' })
      const threads = await Promise.all(
        messages.map(({ ts }) => history(url, 'conversations.replies', { channel, ts, limit: '200' })),
      )
      const all = new Map(threads.flat().map((message) => [message.ts, message]))
      return [...all.values()].toSorted((one, other) => one.ts.localeCompare(other.ts))
    },
    async close() {
      isClosed = true
      await emulator.close()
      if (broken.length > 0) throw new Error(`Slack would not have taken what was sent: ${broken.join('; ')}`)
    },
  }
}

const SCOPES = [
  'files:write',
  'chat:write',
  'channels:read',
  'channels:history',
  'channels:join',
  'groups:read',
  'groups:history',
  'im:read',
  'im:history',
  'im:write',
  'mpim:history',
  'users:read',
]

/** The contract of chat adapters names people, so names are replaced by ids. */
const withIds = (init: RequestInit | undefined): RequestInit => ({
  ...init,
  ...(typeof init?.body === 'string' && { body: init.body.replace('users=ada', `users=${ADA}`) }),
})

const kept = z.object({
  messages: z
    .array(
      z.object({ ts: z.string(), text: z.string(), blocks: z.unknown(), thread_ts: z.string().optional() }),
    )
    .default([]),
})
type Kept = z.output<typeof kept>['messages'][number]

async function history(url: string, method: string, args: Record<string, string>): Promise<readonly Kept[]> {
  const response = await fetch(`${url}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}` },
    body: new URLSearchParams(args),
  })
  return kept.parse(await response.json()).messages
}

function readCall(method: string, init: RequestInit | undefined): Call {
  const args = Object.fromEntries(
    [...new URLSearchParams(typeof init?.body === 'string' ? init.body : '')].map(([name, value]) => [
      name,
      readArgument(value),
    ]),
  )
  const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? ''
  return { method, token, args }
}

function readArgument(value: string): unknown {
  if (!/^[[{]/u.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const view = z.looseObject({ blocks: z.array(z.looseObject({})) })

const drawn = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
})

/** Checks Slack's limits, which the emulator does not know. */
function problemsOf({ method, args }: Call): readonly string[] {
  if (args['view'] !== undefined) return validateView(view.parse(args['view']))
  const isMessage = /^chat\.(?:postMessage|postEphemeral|update)$/u.test(method)
  return isMessage ? validateMessage(drawn.parse(args)) : []
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
