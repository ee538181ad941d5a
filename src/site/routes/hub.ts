import type { Hono } from 'hono'
import { clientOf } from '../answering.ts'
import { createRateLimit } from '../create-rate-limit.ts'
import type { Feeds } from '../feeds/open-feeds.ts'
import { createHub, type Hub, type HubTools } from '../hub/create-hub.ts'
import { isFromThisMachine } from '../is-from-this-machine.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'
import { createView, chooseLanguage, HUB_PATH } from '../view.ts'

/** Most requests of one client in a minute. A reader of many feeds renews some dozens at once. */
const REQUESTS = 60

/**
 * Adds the hub, which notifies feed readers of news. Whoever may read a feed may subscribe to it: everybody,
 * this machine, or the owner of the key in its address.
 */
export function addHub(app: Hono<SiteEnv>, tools: SiteTools, own: HubTools, feeds: Feeds): Hub {
  const { archive, readers, root, zone, topicName } = tools
  const mayAsk = createRateLimit(REQUESTS, Date.now)
  const hub = createHub(own, {
    address: root + HUB_PATH,
    now: archive.now,
    async read(topic) {
      const url = topic.startsWith(`${root}/`) ? URL.parse(topic.slice(root.length), root) : null
      const found = url && feeds.at(url)
      if (url === null || found === null) return null
      if (readers === 'signed-in' && found.kind !== 'own') return null
      const language = chooseLanguage(url.searchParams.get('lang') ?? undefined, undefined, tools.language)
      const shown = { language, isChosen: true, zone, now: archive.now(), topicName, path: url.pathname }
      return found.write(createView(shown))
    },
  })

  app.post(HUB_PATH, async (c) => {
    c.header('cache-control', 'no-store')
    // Feed readers are no browsers; a request from a browser may have been triggered by another site's page.
    if (c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined)
      return c.text('Readers of feeds subscribe here by themselves.', 403)
    if (readers === 'here' && !isFromThisMachine(c))
      return c.text('The news here is for this machine alone.', 403)
    if (!mayAsk(clientOf(c, tools))) return c.text('Too many requests: ask again in a minute.', 429)
    const { status, text } = await hub.take(new URLSearchParams(await c.req.text()))
    return c.text(text, status)
  })
  return hub
}
