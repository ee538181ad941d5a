import { createHash } from 'node:crypto'
import type { Entry } from '../feeds/entry.ts'
import type { Source } from '../records/source.ts'
import { urlKey } from './canonical-url.ts'

export type SharedNames = ReturnType<typeof sharedNames>

/**
 * The id of an article, which survives changed dates, titles and tracking parameters. From the address where the link means this entry
 * alone (so the same article in two feeds is one); else from the GUID, else from the title, both within the source. Null when there is none of them.
 */
export function articleId(
  entry: Pick<Entry, 'link' | 'guid' | 'title'>,
  source: Pick<Source, 'id' | 'homepage'>,
  shared: SharedNames,
): string | null {
  const key = entry.link === null ? null : urlKey(entry.link)
  if (key !== null && !shared.links.has(key) && !isFrontPage(key, source)) return digest('url', key)
  if (entry.guid !== null && !shared.guids.has(entry.guid)) return digest('guid', source.id, entry.guid)
  if (entry.title !== '') return digest('title', source.id, entry.title.toLowerCase())
  return null
}

/** The id an article with this address has, or null for what is no address of an article. */
export function articleIdOfUrl(url: string): string | null {
  const key = urlKey(url)
  return key === null || isRoot(key) ? null : digest('url', key)
}

/** Links and GUIDs that several different entries of one feed carry: they name none of them. */
export function sharedNames(entries: readonly Pick<Entry, 'link' | 'guid' | 'title'>[]) {
  return {
    links: namesOfSeveral(
      entries,
      (entry) => entry.link && urlKey(entry.link),
      (entry) => entry.guid ?? entry.title,
    ),
    guids: namesOfSeveral(
      entries,
      (entry) => entry.guid,
      (entry) => (entry.link && urlKey(entry.link)) ?? entry.title,
    ),
  }
}

function namesOfSeveral<E>(
  entries: readonly E[],
  name: (entry: E) => string | null,
  identity: (entry: E) => string,
): ReadonlySet<string> {
  const bearers = [...Map.groupBy(entries, name)]
  return new Set(
    bearers.flatMap(([key, own]) => (key !== null && new Set(own.map(identity)).size > 1 ? [key] : [])),
  )
}

const isFrontPage = (key: string, source: Pick<Source, 'homepage'>): boolean =>
  isRoot(key) || key === urlKey(source.homepage)

const isRoot = (key: string): boolean => /^https:\/\/[^/?#]+\/?$/.test(key)

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 16)
