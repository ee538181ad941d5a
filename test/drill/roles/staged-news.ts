import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tellEvent, type PublishedArticle } from '../news/publish.ts'
import { servePublished } from '../news/serve-news.ts'

/** Number of outlets that report the same events. */
const TOGETHER = 2

/** Number of their events, which fit into no single message of either platform. */
const EVENTS = 18

/** Events whose reports each outlet edits before its feed is read for the second time. */
const EDITED = new Set([4, 11])
const EDITED_AFTER_MS = 3 * 60_000

/** Number of hosts: each address of loopback is one. */
const HOSTS = 20

export interface StagedNews {
  /** Adds two outlets with new events. */
  add(): void
  readonly served: ReadonlySet<string>
  behave(): void
  close(): Promise<void>
}

/**
 * Serves news for processes on the real clock, where no feed is read twice within five minutes: outlets that
 * begin one after the other, written into `sources.yaml` of this directory.
 */
export async function stageNews(config: string, random: () => number): Promise<StagedNews> {
  const begun: number[] = []
  const publishedOf = (outlet: number): readonly PublishedArticle[] => {
    const since = begun[Math.floor(outlet / TOGETHER)]
    if (since === undefined) return []
    const isLate = Date.now() > since + EDITED_AFTER_MS
    const first = Math.floor(outlet / TOGETHER) * EVENTS
    return Array.from({ length: EVENTS }, (_, nth) =>
      tellEvent(outlet, first + nth, { at: since + nth * 100, isEdited: isLate && EDITED.has(nth) }),
    )
  }
  const server = await servePublished(publishedOf, random, '0.0.0.0')
  const { port } = new URL(server.url)
  const labels = 'country: TR, language: en, ownership: independent, region: world'
  const write = (): void => {
    const lines = Array.from({ length: begun.length * TOGETHER }, (_, outlet) => {
      const feed = `http://127.0.0.${(outlet % HOSTS) + 1}:${port}/feed-${outlet}`
      return `  - { id: outlet-${outlet}, name: Outlet ${outlet}, homepage: "https://outlet-${outlet}.example/", feed: "${feed}", ${labels} }\n`
    })
    writeFileSync(join(config, 'sources.yaml'), `sources:\n${lines.join('')}`)
  }
  return {
    add() {
      begun.push(Date.now() - EVENTS * 100)
      write()
    },
    served: server.served,
    behave: server.behave,
    close: server.close,
  }
}
