import { generateOpml, parseOpml } from 'feedsmith'
import { isWebAddress } from './resolve-url.ts'
import type { Source } from '../records/source.ts'

/**
 * A subscription as another feed reader's OPML lists it. It has less than a `Source`; people must add the
 * rest.
 */
export type OpmlFeed = Pick<Source, 'name' | 'feed'> & Partial<Pick<Source, 'homepage' | 'language'>>

/** The list is not OPML. */
export class NotOpml extends Error {
  readonly code = 'not-opml'
}

/** An entry of the list that is not among the feeds, and why. */
export interface SkippedOutline {
  /** The entry's address, or its name if it has none. */
  readonly what: string
  readonly why:
    | 'not-of-the-web'
    /** Another entry has this address. */
    | 'repeated'
    /** It links to a page, not to a feed. */
    | 'no-feed'
    /** Its folders are nested deeper than any reader nests them. */
    | 'too-deep'
}

/**
 * Reads the feeds of an OPML list, including nested folders, each address once. Also returns the skipped
 * entries. Throws `NotOpml`.
 */
export function readOpml(text: string): {
  readonly feeds: readonly OpmlFeed[]
  readonly skipped: readonly SkippedOutline[]
} {
  const feeds = new Map<string, OpmlFeed>()
  const skipped: SkippedOutline[] = []
  const visit = (outlines: readonly Outline[], depth: number): void => {
    for (const outline of outlines) {
      const name = (outline.title ?? outline.text ?? '').trim()
      const feed = outline.xmlUrl?.trim() ?? ''
      const why = whySkipped(outline, feed, depth, feeds)
      if (why !== null) skipped.push({ what: feed || name || (outline.htmlUrl ?? '').trim(), why })
      else if (feed !== '') feeds.set(feed, opmlFeed(outline, name, feed))
      if (depth < MAX_DEPTH) visit(outline.outlines ?? [], depth + 1)
    }
  }
  visit(outlinesOf(text), 0)
  return { feeds: [...feeds.values()], skipped }
}

/** Returns null for a feed, and for a folder whose entries are visited. */
function whySkipped(
  { outlines = [], htmlUrl }: Outline,
  feed: string,
  depth: number,
  feeds: ReadonlyMap<string, OpmlFeed>,
): SkippedOutline['why'] | null {
  if (outlines.length > 0 && depth >= MAX_DEPTH) return 'too-deep'
  if (feed === '') return outlines.length === 0 && htmlUrl !== undefined ? 'no-feed' : null
  if (!isWebAddress(feed)) return 'not-of-the-web'
  return feeds.has(feed) ? 'repeated' : null
}

type Outline = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>[number]

/** Readers nest one or two folders deep. */
const MAX_DEPTH = 20

function outlinesOf(text: string): readonly Outline[] {
  try {
    return parseOpml(text).body?.outlines ?? []
  } catch (error) {
    throw new NotOpml('This is no OPML list. Export one from your feed reader and try again.', {
      cause: error,
    })
  }
}

function opmlFeed(outline: Outline, name: string, feed: string): OpmlFeed {
  const homepage = outline.htmlUrl?.trim() ?? ''
  const language = outline.language?.trim() ?? ''
  return {
    name: name || new URL(feed).hostname,
    feed,
    ...(isWebAddress(homepage) ? { homepage } : {}),
    ...(language === '' ? {} : { language }),
  }
}

/** Writes our sources as OPML 2.0 for other feed readers, with a folder per region. */
export function writeOpml(sources: readonly Source[]): string {
  const regions = Map.groupBy(sources, (source) => source.region)
  return generateOpml({
    head: { title: 'Dragoman sources' },
    body: {
      outlines: [...regions].map(([region, members]) => ({
        text: region,
        outlines: members.map((source) => ({
          type: 'rss',
          text: source.name,
          title: source.name,
          xmlUrl: source.feed,
          htmlUrl: source.homepage,
          language: source.language,
        })),
      })),
    },
  })
}
