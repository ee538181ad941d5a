import type { RequestListener } from 'node:http'
import { createFetcher, type FetchOptions } from '../fetch-feed.ts'
import { createHostManners } from '../host-manners.ts'
import { createPushBook } from './create-push-book.ts'
import { createPushCallback, type PushCallbackTools } from './create-push-callback.ts'
import type { PushTools } from './tend-pushes.ts'

/** Our side of WebSub: what asks hubs, and what they talk to. Close it, or its connections keep the process alive. */
export interface Pushes extends PushTools {
  /** For our public server: by path, what hubs talk to. */
  routes(desk: Pick<PushCallbackTools, 'keep' | 'take'>): Readonly<Record<string, RequestListener>>
  close(): Promise<void>
}

/** Where hubs reach us, below our public address. */
const PATH = '/hubs'

/** `publicUrl` is our address as the world knows it; `now` gives milliseconds since 1970. */
export function openPushes(
  options: FetchOptions & { readonly publicUrl: string; readonly now: () => number },
): Pushes {
  const book = createPushBook()
  const fetcher = createFetcher(options)
  return {
    book,
    fetcher,
    manners: createHostManners({ perHost: 2, overall: 4 }),
    callbackRoot: options.publicUrl.replace(/\/$/, '') + PATH,
    now: options.now,
    routes: (desk) => ({ [PATH]: createPushCallback({ ...desk, book, now: options.now }) }),
    close: () => fetcher.close(),
  }
}
