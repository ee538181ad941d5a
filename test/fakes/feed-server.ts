import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'

/** A feed as a well-behaved server sends it: with validators, honouring conditional requests. */
export interface ServedFeed {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A real HTTP server on loopback with a configurable answer for each path, good or bad. */
export interface FeedServer {
  readonly origin: string
  /** All requests so far, in order. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** Maximum number of requests that were open at once. */
  busiest(): number
  /** Sets what a path answers from now on; returns its address. */
  serve(path: string, answer: ServedFeed | RequestListener): string
  /** Answers one request with a feed, or 304 if the request has the feed's validators. */
  give(feed: ServedFeed, request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

export async function startFeedServer(host = '127.0.0.1'): Promise<FeedServer> {
  const answers = new Map<string, RequestListener>()
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = []
  let open = 0
  let busiest = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, headers: request.headers })
    open += 1
    busiest = Math.max(busiest, open)
    response.on('close', () => {
      open -= 1
    })
    ;(answers.get(path) ?? misbehaviour.notFound)(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const origin = `http://${host}:${port}`
  return {
    origin,
    requests,
    busiest: () => busiest,
    serve: (path, answer) => {
      answers.set(path, typeof answer === 'function' ? answer : giving(answer))
      return `${origin}${path}`
    },
    give: (feed, request, response) => giving(feed)(request, response),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers 200, or 304 if the request has our validators. */
function giving(feed: ServedFeed): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const isKnown =
      (feed.etag !== undefined && request.headers['if-none-match'] === feed.etag) ||
      (feed.etag === undefined &&
        feed.lastModified !== undefined &&
        request.headers['if-modified-since'] === feed.lastModified)
    const validators = {
      ...(feed.etag === undefined ? {} : { etag: feed.etag }),
      ...(feed.lastModified === undefined ? {} : { 'last-modified': feed.lastModified }),
    }
    const headers = { ...validators, ...feed.headers }
    if (isKnown) response.writeHead(304, headers).end()
    else
      response
        .writeHead(200, { 'content-type': feed.type ?? 'application/rss+xml', ...headers })
        .end(feed.body)
  }
}

const status =
  (code: number, headers: Record<string, string> = {}, body: string | Uint8Array = '') =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(code, headers).end(body)
  }

const page = (html: string, code = 200, headers: Record<string, string> = {}): RequestListener =>
  status(
    code,
    { 'content-type': 'text/html; charset=utf-8', ...headers },
    `<!DOCTYPE html><html><head>${html}</head><body></body></html>`,
  )

const PACK = {
  gzip: gzipSync,
  br: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  deflate: deflateSync,
} as const

function drip(response: ServerResponse, send: () => void): void {
  const timer = setInterval(send, 50)
  response.on('close', () => clearInterval(timer))
}

/** All misbehaviours of a feed server. */
export const misbehaviour = {
  notFound: status(404),
  gone: status(410),
  forbidden: status(403),
  fault: status(500),
  tooMany: (retryAfter: string): RequestListener => status(429, { 'retry-after': retryAfter }),
  unavailable: (retryAfter: string): RequestListener => status(503, { 'retry-after': retryAfter }),
  /** Accepts the request and never answers. */
  slowHeaders: (): void => {},
  /** Sends the headers and a part of the body, then nothing more. */
  slowBody: (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss version="2.0"><channel>')
  },
  /** Sends a little again and again without end, so that the connection never seems idle. */
  dripBody: (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    drip(response, () => response.write('<!-- -->'))
  },
  /** The same in the headers. */
  dripHeaders: (request: IncomingMessage, response: ServerResponse): void => {
    request.socket.write('HTTP/1.1 200 OK\r\n')
    drip(response, () => request.socket.write('X-More: x\r\n'))
  },
  /** Far too many headers. */
  manyHeaders: status(
    200,
    Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`x-${n}`, 'x'.repeat(1000)])),
  ),
  reset: (request: IncomingMessage): void => {
    request.socket.destroy()
  },
  /** Announces more than it sends. */
  halfBody: (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': '100000' }).write('<rss version="2.0"><channel>', () => {
      request.socket.destroy()
    })
  },
  /** Sends without end. */
  huge: (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    const chunk = Buffer.alloc(65_536, '<item>')
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more).on('error', () => {})
    more()
  },
  /** 50 MB of zeros, compressed to 50 KB or less. */
  bomb: (encoding: keyof typeof PACK): RequestListener =>
    status(200, { 'content-encoding': encoding }, PACK[encoding](Buffer.alloc(50_000_000))),
  /** The same without a `content-encoding`. */
  quietBomb: status(200, {}, gzipSync(Buffer.alloc(50_000_000))),
  /** Compressed twice. */
  bombInBomb: status(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(Buffer.alloc(50_000_000)))),
  brokenGzip: status(200, { 'content-encoding': 'gzip' }, Buffer.from('\u001f\u008bnot gzip', 'latin1')),
  webPage: page('<title>Outlet</title>'),
  empty: status(200),
  pieceOfPage: status(
    200,
    { 'content-type': 'text/html' },
    '<br />\n<b>Fatal error</b>: out of memory in feed.php',
  ),
  notXml: status(200, { 'content-type': 'text/plain' }, 'Fatal error: out of memory in feed.php'),
  redirect: (location: string, code: 301 | 302 | 303 | 307 | 308 = 301): RequestListener =>
    status(code, { location }),
  challenge: page('<title>Just a moment...</title>', 403, {
    server: 'cloudflare',
    'cf-mitigated': 'challenge',
  }),
  quietChallenge: page('<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script>'),
} as const
