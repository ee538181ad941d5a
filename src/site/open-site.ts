import { getRequestListener } from '@hono/node-server'
import { REAL_CLOCK, repeatedly } from '../schedule/clock.ts'
import { siteRoot, type SiteSettings } from '../settings/settings.ts'
import { openPublicServer, type PublicServer } from '../web/open-public-server.ts'
import { createSite } from './create-site.ts'
import type { SiteTools } from './site-tools.ts'

export interface OpenedSite extends PublicServer {
  /** The address of the pages as people reach them, without a final slash. */
  readonly root: string
  /** Sends changed feeds to their subscribers. This also runs on a timer. */
  distribute(): Promise<void>
}

/** Pause between rounds of the hub, in milliseconds. */
const HUB_PAUSE_MS = 30_000

/** Serves the pages. Rejects when the port is unavailable. */
export async function openSite(
  tools: Omit<SiteTools, 'root' | 'readers'>,
  { port, host, url, isPublic }: SiteSettings,
): Promise<OpenedSite> {
  let listener: ReturnType<typeof getRequestListener> | null = null
  const server = await openPublicServer({
    port,
    host,
    publicUrl: url ?? 'http://localhost',
    variable: 'DRAGOMAN_WEB_PORT',
    routes: { '': (request, response) => void listener?.(request, response) },
  })
  const root = siteRoot({ url, host, port: server.port, isPublic })
  const readers = isPublic ? 'everybody' : url === null ? 'here' : 'signed-in'
  const { app, hub } = createSite({ ...tools, root, readers })
  listener = getRequestListener(app.fetch)
  const distribute = async (): Promise<void> => hub?.distribute()
  const distributing = repeatedly(distribute, HUB_PAUSE_MS, REAL_CLOCK)
  return {
    ...server,
    root,
    distribute,
    async close() {
      await Promise.all([server.close(), distributing.stop()])
    },
  }
}
