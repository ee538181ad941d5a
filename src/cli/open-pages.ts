import { openArchive } from '../archive/open-archive.ts'
import type { TopicName } from '../chat/chat-platform.ts'
import type { Commands } from '../chat/commands.ts'
import type { CommandContext } from '../commands/command-context.ts'
import type { FetchOptions } from '../feeds/fetch-feed.ts'
import { createPoliteFetcher } from '../feeds/polite-fetcher.ts'
import type { Pictures } from '../pictures/open-pictures.ts'
import type { Store } from '../records/ports/store.ts'
import type { SiteSettings } from '../settings/settings.ts'
import { type OpenedSite, openSite } from '../site/open-site.ts'
import type { CliContext } from './cli-context.ts'
import { previewDrawers } from './preview-drawers.ts'

/**
 * Serves the pages of a newsroom, including personal pages for people who sign in. Rejects when the port is
 * unavailable.
 */
export async function openPages(
  context: Pick<CliContext, 'platforms' | 'terminal'>,
  {
    view,
    commands,
    store,
    http,
    noteFault,
    ...shown
  }: {
    readonly view: CommandContext
    readonly commands: Commands
    readonly store: Store
    /** Options for the requests that notify subscribers of our feeds. */
    readonly http: Pick<FetchOptions, 'userAgent' | 'allowAddresses'>
    readonly noteFault: (error: unknown) => void
    readonly topicName: TopicName
    readonly pictures: Pick<Pictures, 'draw'>
    readonly zone: string
    readonly language: string
  },
  settings: SiteSettings,
): Promise<OpenedSite> {
  const drawers = previewDrawers(context, shown.topicName)
  const people = { newsroom: view, commands, keys: store, outbox: store, drawers }
  // Responses to these notifications are not needed, and a slow subscriber must not hold up the others.
  const fetcher = createPoliteFetcher({ ...http, timeoutMs: 10_000, maxBytes: 64 * 1024 })
  const hub = { subscriptions: store, fetcher, noteFault }
  const site = await openSite({ ...shown, archive: openArchive(view), people, hub }, settings)
  return {
    ...site,
    async close() {
      await fetcher.close()
      await site.close()
    },
  }
}
