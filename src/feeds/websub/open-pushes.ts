import type { RequestListener } from 'node:http'
import type { PoliteFetcher } from '../polite-fetcher.ts'
import { createPushBook } from './create-push-book.ts'
import { createPushCallback, type PushCallbackTools } from './create-push-callback.ts'
import type { PushTools } from './tend-pushes.ts'

/** Our side of WebSub: what asks hubs, and what they talk to. */
export interface Pushes extends PushTools {
  /** For our public server: by path, what hubs talk to. */
  routes(desk: Pick<PushCallbackTools, 'keep' | 'take'>): Readonly<Record<string, RequestListener>>
}

/** Where hubs reach us, below our public address. */
const PATH = '/hubs'

/** `publicUrl` is our address as the world knows it; `now` gives milliseconds since 1970. */
export function openPushes({
  publicUrl,
  now,
  fetcher,
}: {
  readonly publicUrl: string
  readonly now: () => number
  readonly fetcher: Pick<PoliteFetcher, 'post'>
}): Pushes {
  const book = createPushBook()
  return {
    book,
    fetcher,
    callbackRoot: publicUrl.replace(/\/$/, '') + PATH,
    now,
    routes: (desk) => ({ [PATH]: createPushCallback({ ...desk, book, now }) }),
  }
}
