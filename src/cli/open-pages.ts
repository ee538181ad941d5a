import { stripVTControlCharacters } from 'node:util'
import { escapeUTF8 } from 'entities'
import { openArchive } from '../archive/open-archive.ts'
import type { TopicName } from '../chat/chat-platform.ts'
import type { Commands } from '../chat/commands.ts'
import { LOCAL } from '../chat/local.ts'
import type { CommandContext } from '../commands/command-context.ts'
import { createPoliteFetcher } from '../feeds/polite-fetcher.ts'
import type { Pictures } from '../pictures/open-pictures.ts'
import type { Message } from '../records/message.ts'
import type { Store } from '../records/ports/store.ts'
import type { Settings, SiteSettings } from '../settings/settings.ts'
import { type OpenedSite, openSite } from '../site/open-site.ts'
import type { CliContext } from './cli-context.ts'
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
    /** Logs an error, and what could not be done because of it. */
    readonly noteFault: (error: unknown, what: string) => void
  },
): Promise<OpenedSite> {
  const { view, commands, store, pictures, noteFault } = tools
  const { zone, language, userAgent, allowAddresses } = settings
  const topicName = topicNames(settings.topics)
  const drawers = previewDrawers(context, topicName)
  const people = { newsroom: view, commands, keys: store, outbox: store, drawers }
  // Responses to these notifications are not needed, and a slow subscriber must not hold up the others.
  const fetcher = createPoliteFetcher({ userAgent, allowAddresses, timeoutMs: 10_000, maxBytes: 64 * 1024 })
  const hub = {
    subscriptions: store,
    fetcher,
    noteFault: (error: unknown) => noteFault(error, 'a feed of ours could not be told'),
  }
  const archive = openArchive(view)
  const answered = {
    noteFault: (error: unknown) =>
      noteFault(error, 'a page could not be made: its reader was asked to try again'),
  }
  const site = await openSite(
    { archive, people, hub, topicName, pictures, zone, language, ...answered },
    served,
  )
  return {
    ...site,
    async close() {
      await fetcher.close()
      await site.close()
    },
  }
}

/**
 * Functions that draw a message as each platform and the terminal would show it, by platform name. Each
 * resolves to a whole HTML page.
 */
function previewDrawers(
  { platforms, terminal }: Pick<CliContext, 'platforms' | 'terminal'>,
  topicName: TopicName,
): ReadonlyMap<string, (message: Message) => Promise<string>> {
  const drawn = platforms.map(
    (one) =>
      [one.platform, async (message: Message) => (await one.preview(message, topicName)).html] as const,
  )
  const printed = async (message: Message): Promise<string> => {
    const text = stripVTControlCharacters((await terminal()).render(message, topicName))
    return `<!doctype html><meta charset="utf-8"><title>${LOCAL}</title><pre dir="auto">${escapeUTF8(text)}</pre>`
  }
  return new Map([...drawn, [LOCAL, printed]])
}
