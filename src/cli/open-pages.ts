import { openArchive } from '../archive/open-archive.ts'
import type { Commands } from '../chat/commands.ts'
import type { CommandContext } from '../commands/command-context.ts'
import { createPoliteFetcher } from '../feeds/polite-fetcher.ts'
import type { Pictures } from '../pictures/open-pictures.ts'
import type { Store } from '../records/ports/store.ts'
import type { Settings, SiteSettings } from '../settings/settings.ts'
import { type OpenedSite, openSite } from '../site/open-site.ts'
import type { CliContext } from './cli-context.ts'
import { previewDrawers } from './preview-drawers.ts'
import { topicNames } from './print-message.ts'

/**
 * Serves the pages of a newsroom, including personal pages for people who sign in. Rejects when the port is
 * unavailable.
 */
export async function openPages(
  context: Pick<CliContext, 'platforms' | 'terminal'>,
  settings: Pick<Settings, 'zone' | 'language' | 'topics' | 'userAgent' | 'allowAddresses'>,
  served: SiteSettings,
  tools: {
    readonly view: CommandContext
    readonly commands: Commands
    readonly store: Store
    readonly pictures: Pick<Pictures, 'draw'>
    readonly noteFault: (error: unknown) => void
  },
): Promise<OpenedSite> {
  const { view, commands, store, pictures, noteFault } = tools
  const { zone, language, userAgent, allowAddresses } = settings
  const topicName = topicNames(settings.topics)
  const drawers = previewDrawers(context, topicName)
  const people = { newsroom: view, commands, keys: store, outbox: store, drawers }
  // Responses to these notifications are not needed, and a slow subscriber must not hold up the others.
  const fetcher = createPoliteFetcher({ userAgent, allowAddresses, timeoutMs: 10_000, maxBytes: 64 * 1024 })
  const hub = { subscriptions: store, fetcher, noteFault }
  const archive = openArchive(view)
  const site = await openSite({ archive, people, hub, topicName, pictures, zone, language }, served)
  return {
    ...site,
    async close() {
      await fetcher.close()
      await site.close()
    },
  }
}
