import { onTestFinished } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import { createPoliteFetcher } from '../../src/feeds/polite-fetcher.ts'
import { listedHealth } from '../../src/feeds/source-health.ts'
import { openPictures } from '../../src/pictures/open-pictures.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { SourceHealth } from '../../src/records/message.ts'
import { openSite, type OpenedSite } from '../../src/site/open-site.ts'
import type { SiteSettings } from '../../src/settings/settings.ts'
import { aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'

const raise = (error: unknown): never => {
  throw error
}

/**
 * One thread draws for all tests of a worker: it takes half a second to start, and ends when nothing was
 * drawn for half a minute.
 */
const pictures = openPictures({ areas: [], borders: [] })

/** Returns the health of the sources according to the store. */
async function healthIn({ store, view }: FakeNewsroom): Promise<readonly SourceHealth[]> {
  const states = await store.feedStates()
  const kept = { articles: 1, letGo: null }
  return view.settings.sources.map((source) =>
    listedHealth(source, states.get(source.id) ?? NEVER_READ, kept, view.now()),
  )
}

/** Serves the pages of the fake newsroom on a port of this machine until the end of the test. */
export async function aSite(
  own: Partial<SiteSettings> = {},
  newsroom?: FakeNewsroom,
  /** Addresses besides public ones to which our feeds may be pushed. */
  allowAddresses: readonly string[] = [],
): Promise<OpenedSite & FakeNewsroom & { readonly faults: readonly unknown[] }> {
  const given = newsroom ?? (await aNewsroom())
  const fetcher = createPoliteFetcher({ userAgent: 'test', allowAddresses, timeoutMs: 5000, maxBytes: 4096 })
  onTestFinished(() => fetcher.close())
  const faults: unknown[] = []
  const tools = {
    noteFault: (error: unknown) => void faults.push(error),
    archive: openArchive({ ...given.view, sourceHealth: () => healthIn(given) }),
    people: {
      newsroom: given.view,
      commands: allCommands(given.view),
      keys: given.store,
      outbox: given.store,
      drawers: new Map([['slack', () => Promise.resolve('<title>as Slack shows it</title>')]]),
    },
    hub: { subscriptions: given.store, fetcher, noteFault: raise },
    topicName: () => undefined,
    pictures,
    zone: 'Europe/Istanbul',
    language: 'en',
  }
  const served = { port: 0, host: '127.0.0.1', url: null, isPublic: false, ...own }
  const site = await openSite(tools, served)
  onTestFinished(() => site.close())
  return { ...given, ...site, faults }
}
