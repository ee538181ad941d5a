import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request to the model, in either format. */
interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The sentences and headlines shown to the model, by number. */
  readonly sentences: ReadonlyMap<number, string>
  readonly headlines: ReadonlyMap<number, string>
}

/** The next response: an answer, or a misbehaviour with the raw response. */
type Turn = (asked: Asked, reply: Reply, response: ServerResponse) => void

interface Reply {
  /**
   * Sends a well-formed answer that chooses these sentences, whole or without some words, and optionally a
   * headline.
   */
  readonly choice: (
    sentences: readonly { readonly number: number; readonly leaveOut?: readonly string[] }[],
    headline?: number | null,
  ) => void
  /** Sends a well-formed answer with this text. */
  readonly text: (text: string) => void
  readonly status: (status: number, body?: unknown) => void
}

/**
 * A real HTTP server on loopback in place of a model: OpenAI's format under /v1/chat/completions, Anthropic's
 * under /v1/messages.
 */
export interface ModelServer {
  readonly url: string
  readonly asked: readonly Asked[]
  /** Maximum number of calls that were open at once. */
  busiest(): number
  close(): Promise<void>
}

export async function startModelServer(turn: Turn): Promise<ModelServer> {
  const asked: Asked[] = []
  let open = 0
  let busiest = 0
  const server = createServer((request, response) => {
    busiest = Math.max(busiest, ++open)
    response.on('close', () => open--)
    void answer(request, response)
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const path = request.url ?? ''
    const question = {
      path,
      headers: request.headers,
      body,
      sentences: linesIn(body, 'sentence'),
      headlines: linesIn(body, 'headline'),
    }
    asked.push(question)
    turn(question, replyTo(path, body, response), response)
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    busiest: () => busiest,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Returns the numbered lines of a prompt, wherever they are in the JSON. */
function linesIn(body: string, kind: 'sentence' | 'headline'): ReadonlyMap<number, string> {
  const plain = body.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\"`, '"')
  const lines = plain.matchAll(new RegExp(`^${kind} (\\d+): (.*?)$`, 'gmu'))
  return new Map([...lines].map(([, number = '', text = '']) => [Number(number), text]))
}

function replyTo(path: string, body: string, response: ServerResponse): Reply {
  const status = (code: number, answer: unknown = { error: { message: 'no', type: 'no' } }): void => {
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }
  const text = (said: string): void =>
    status(200, path.endsWith('/messages') ? asAnthropic(said, body) : asOpenAi(said))
  return {
    status,
    text,
    choice: (sentences, headline = null) => text(JSON.stringify({ sentences, headline })),
  }
}

const asOpenAi = (content: string): unknown => ({
  id: 'c1',
  object: 'chat.completion',
  created: 1_764_000_000,
  model: 'test',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
})

const asAnthropic = (said: string, body: string): unknown => ({
  id: 'm1',
  type: 'message',
  role: 'assistant',
  model: 'test',
  content: body.includes('"tool_choice"')
    ? [{ type: 'tool_use', id: 't1', name: 'json', input: JSON.parse(said) }]
    : [{ type: 'text', text: said }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 900, output_tokens: 100 },
})
