import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished, vi } from 'vitest'

/** A delivery of a hub. */
interface Delivered {
  readonly body: string
  readonly type: string
  readonly link: string
  /** Whether it was signed with the reader's secret. */
  readonly isSigned: boolean
}

const SECRET = 'between us'

export const challengeOf = (question: URLSearchParams): string => question.get('hub.challenge') ?? ''

/** A subscriber on loopback that subscribes to feeds through a hub, until the end of the test. */
export async function aFeedReader() {
  const questions: URLSearchParams[] = []
  const delivered: Delivered[] = []
  let meant = challengeOf
  let status = 202
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://reader.invalid')
    void text(request).then((body) => {
      if (request.method === 'GET') {
        questions.push(url.searchParams)
        return response.end(meant(url.searchParams))
      }
      const { 'content-type': type = '', link = '', 'x-hub-signature': signature } = request.headers
      const right = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
      delivered.push({ body, type, link: String(link), isSigned: signature === right })
      return response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const callback = `http://127.0.0.1:${port}/back?of=mine`
  return {
    callback,
    questions,
    delivered,
    /** Sets how requests to verify the intent are answered from now on. */
    answerQuestions(answer: (question: URLSearchParams) => string): void {
      meant = answer
    },
    /** Sets how deliveries are answered from now on. */
    answerDeliveries(own: number): void {
      status = own
    },
    ask: (
      hub: string,
      topic: string,
      own: Readonly<Record<string, string>> = {},
      headers = {},
    ): Promise<Response> =>
      fetch(hub, {
        method: 'POST',
        headers,
        body: new URLSearchParams({
          'hub.mode': 'subscribe',
          'hub.topic': topic,
          'hub.callback': callback,
          'hub.secret': SECRET,
          ...own,
        }),
      }),
    /** Waits until the hub has verified the intent this many times. */
    wasAsked: (times: number): Promise<void> =>
      vi.waitFor(() => {
        if (questions.length < times) throw new Error(`asked ${questions.length} times, not ${times}`)
      }, 10_000),
  }
}
