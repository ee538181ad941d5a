import { createPushBook } from '../../src/feeds/websub/create-push-book.ts'
import { createPushCallback } from '../../src/feeds/websub/create-push-callback.ts'
import type { Push } from '../../src/records/feed-state.ts'
import { openPublicServer, type PublicServer } from '../../src/web/open-public-server.ts'
import type { Listening } from './listener-limits.ts'

/** Maximum bytes of a body that a hub may deliver here. */
export const LARGEST_PUSH = 100_000

const PUSH: Push = {
  hub: 'https://hub.example/',
  topic: 'https://gazette.example/rss',
  callback: 'https://news.example/hubs/token',
  secret: 's',
  status: 'active',
  askedAt: 0,
  askAt: Number.MAX_SAFE_INTEGER,
  inVain: 0,
  leaseUntil: Number.MAX_SAFE_INTEGER,
  deliveredAt: null,
  forged: 0,
  missed: 0,
}

export type HubServer = PublicServer & Listening

/** Opens the public server to which hubs deliver. */
export async function openHubServer(): Promise<HubServer> {
  const book = createPushBook()
  book.set('gazette', PUSH)
  const callback = createPushCallback({
    book,
    desk: { keepPush: () => Promise.resolve(), takeDelivery: () => Promise.resolve() },
    now: Date.now,
    maxBytes: LARGEST_PUSH,
  })
  const server = await openPublicServer({
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'https://news.example',
    routes: { '/hubs': callback },
  })
  return { ...server, path: '/hubs/token' }
}
