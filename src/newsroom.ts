import { type Analysis, analyseBeside } from './analysis/open-analysis.ts'
import type { SourceHealth } from './records/message.ts'
import { NEVER_READ } from './records/feed-state.ts'
import type { KeptOfSource } from './records/ports/source-states.ts'
import type { Store } from './records/ports/store.ts'
import type { Source } from './records/source.ts'
import type { CommandContext } from './commands/command-context.ts'
import { createPageCheck } from './articles/check-pages.ts'
import { buildNameIndex, type NameIndex } from './commands/name-index.ts'
import type { FeedParser } from './feeds/feed-parser.ts'
import { createFeedReader } from './feeds/feed-reader.ts'
import { createPageReader } from './feeds/page-reader.ts'
import { createPoliteFetcher } from './feeds/polite-fetcher.ts'
import { listedHealth } from './feeds/source-health.ts'
import { createPushBook } from './feeds/websub/create-push-book.ts'
import { createPushCallback } from './feeds/websub/create-push-callback.ts'
import type { Tracing } from './monitoring/open-tracing.ts'
import { createNewsDesk } from './news-desk.ts'
import { editSources } from './settings/edit-sources.ts'
import { type Settings, siteRoot } from './settings/settings.ts'
import { cacheSubscriptions } from './storage/cache-subscriptions.ts'
import { knowNames } from './storage/know-names.ts'
import { storeOf } from './storage/open-store.ts'
import { createSettlingGrouper } from './stories/create-settling-grouper.ts'
import { createSubjectNames } from './tagging/names/subject-names.ts'
import { createSectionReader } from './tagging/topics/section-topic.ts'

/**
 * A store, a desk that fills it, and a view of both for commands. Close it, or its workers keep the process
 * alive.
 */
export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>

export interface NewsroomOptions {
  /** Milliseconds since 1970; the demo and the tests move it. */
  readonly now?: () => number
  /** Refuse to open while another process runs the bot on the store of the data directory. */
  readonly exclusive?: boolean
  /** Keep everything in this store instead of the data directory's; it is closed with the newsroom. */
  readonly store?: Store
  /** Parse feeds in these threads instead of an own one; they are closed with the newsroom. */
  readonly parser?: FeedParser
  /**
   * Tag and keep in threads, which take a second of a processor to start: for a newsroom that stays open
   * while people ask.
   */
  readonly isLasting?: boolean
  /** Traces calls to the store and the reader. */
  readonly tracing?: Pick<Tracing, 'each'>
  /**
   * Read sources one after the other and without jitter, so that two runs give the same result: for the demo.
   */
  readonly steady?: boolean
}

/**
 * Opens the store of these settings and loads the stories of the last days.
 * @throws StoreError when the data directory cannot be used; its text says what to do.
 */
export async function openNewsroom(given: Settings, options: NewsroomOptions = {}) {
  const now = options.now ?? Date.now
  // Admins add and remove sources while the bot runs: desk and commands share one list.
  const sources = [...given.sources]
  const settings = { ...given, sources }
  const { exclusive = false, isLasting = false } = options
  const opened = options.store ?? (await storeOf(settings).open({ exclusive, here: !isLasting }))
  const traced = options.tracing?.each('store', opened) ?? opened
  const store = knowNames(cacheSubscriptions(traced), createSubjectNames(settings.names))
  const http = { userAgent: settings.userAgent, allowAddresses: settings.allowAddresses, now }
  const fetcher = createPoliteFetcher(http)
  const chance = options.steady === true && { random: () => 0.5 }
  const feeds = createFeedReader({ ...http, ...chance }, fetcher, options.parser)
  const reader = options.tracing?.each('source', feeds) ?? feeds
  const pages =
    settings.checkPages || settings.sources.some((source) => source.fullText === true)
      ? createPageReader(http, fetcher)
      : null
  const tagging = await openTagging(settings, options)
  const pushes = settings.web && {
    book: createPushBook(),
    fetcher,
    callbackRoot: settings.web.publicUrl.replace(/\/$/, '') + HUBS_PATH,
    now,
  }
  const aborting = new AbortController()
  /** Aborts the reading in progress and starts no other. Sources that were not read are due again. */
  const abortReading = async (): Promise<void> => {
    aborting.abort()
    await Promise.all([reader.close(), pages?.close()])
  }
  const desk = createNewsDesk({
    signal: aborting.signal,
    sources,
    store,
    reader,
    ...(pushes !== null && { pushes }),
    tagging,
    sectionOf: createSectionReader(settings.topics),
    grouper: createSettlingGrouper(),
    ...(pages !== null && { readPage: (url: string) => pages.read(url) }),
    now,
    ...(options.steady === true && { readers: 1 }),
  })
  await desk.resume()
  const view = viewOf(settings, sources, { store, tagging, now })
  // Load the tables of names and sayings now: the first question should not wait for them, nor block others.
  if (options.isLasting === true) {
    const { understand } = await import('./commands/understanding/understand.ts')
    understand('what happened in Syria since yesterday?', {
      nameIndex: view.nameIndex,
      now: now(),
      zone: 'UTC',
    })
  }
  return {
    store,
    desk,
    view,
    /** Routes that WebSub hubs call on the public server; empty without a public address. */
    routes: pushes === null ? {} : { [HUBS_PATH]: createPushCallback({ ...pushes, desk }) },
    /**
     * Checks once whether pages that messages link to still stand; null where the settings do not ask for it.
     */
    checkPages:
      settings.checkPages && pages !== null
        ? createPageCheck({ store, checkPage: pages.checkPage, now })
        : null,
    abortReading,
    close: async (): Promise<void> => {
      await abortReading()
      await tagging.close()
      await store.close()
    },
  }
}

async function openTagging(
  { names, corrections }: Settings,
  { isLasting = false }: NewsroomOptions,
): Promise<Analysis> {
  if (isLasting) return analyseBeside({ names, corrections })
  const { analyseHere } = await import('./analysis/analyse-here.ts')
  return analyseHere({ names, corrections })
}

/** Where hubs reach us, below our public address. */
const HUBS_PATH = '/hubs'

const LET_GO_REPORTED_MS = 30 * 24 * 3_600_000

/** What a full store dropped of a source longer ago is not reported, as with failures. */
function recentLetGo(kept: KeptOfSource | undefined, now: number): SourceHealth['letGo'] {
  const letGo = kept?.letGo ?? null
  if (letGo === null || letGo.at < now - LET_GO_REPORTED_MS) return null
  return { articles: letGo.articles, versions: letGo.versions }
}

/**
 * What commands see. `sources` is the settings' list, shared with the desk: admins change it while sources
 * are read.
 */
export function viewOf(
  settings: Settings,
  sources: Source[],
  { store, tagging, now }: { readonly store: Store; readonly tagging: Analysis; readonly now: () => number },
): CommandContext {
  // Created with the first question: a process that only reads feeds needs none.
  let known: { readonly sources: number; readonly nameIndex: NameIndex } | undefined
  return {
    archive: store,
    settings,
    subscriptions: store,
    pages: settings.site && { root: siteRoot(settings.site), keys: store },
    sources: editSources(settings, sources),
    get nameIndex() {
      if (known?.sources !== settings.sources.length)
        known = { sources: settings.sources.length, nameIndex: buildNameIndex(settings) }
      return known.nameIndex
    },
    now,
    articleByUrl: (url) => store.articleByUrl(url),
    explainTags({ title, text, sourceId }) {
      const source = settings.sources.find(({ id }) => id === sourceId)
      return tagging.explain({
        title,
        text,
        ...(source !== undefined && { sourceCountry: source.country, sourceLanguage: source.language }),
      })
    },
    storyDeliveries: (storyId, subscriptions) => store.storyDeliveries(storyId, subscriptions),
    findings: (query) => store.findings(query),
    reportCounts: (query) => store.reportCounts(query),
    storySizes: (query) => store.storySizes(query),
    sourcesSince: () => store.sourcesSince(),
    feedStates: () => store.feedStates(),
    search: (wish) => store.search(wish),
    articlesOf: (sourceId, most) => store.articlesOf(sourceId, most),
    seenBetween: (moments, sourceId) => store.seenBetween(moments, sourceId),
    async sourceHealth() {
      const states = await store.feedStates()
      const kept = await store.keptPerSource()
      return settings.sources.map((source) => {
        const state = states.get(source.id) ?? NEVER_READ
        const own = kept.get(source.id)
        const shown = { articles: own?.articles ?? 0, letGo: recentLetGo(own, now()) }
        return listedHealth(source, state, shown, now())
      })
    },
  }
}
