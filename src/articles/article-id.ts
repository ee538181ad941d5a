import { hash } from 'node:crypto'
import type { Entry } from '../feeds/entry.ts'
import type { Source } from '../records/source.ts'
import { urlKey } from './canonical-url.ts'

/** Keys of the URLs and GUIDs in a feed, and which of them identify no single entry. */
export type EntryNames = ReturnType<typeof readNames>

/**
 * Id of an article, which survives changed dates, titles and tracking parameters. It is derived from the URL
 * if that identifies this entry alone (so that the same article in two feeds is one), else from the GUID,
 * else from the title; GUID and title count within the source only. Null if there is none of them.
 */
export function articleId(
  entry: Pick<Entry, 'link' | 'guid' | 'title'>,
  sourceId: string,
  names: EntryNames,
): string | null {
  const key = names.keyOf(entry.link)
  if (key !== null && !names.sharedLinks.has(key) && !isRoot(key) && key !== names.homepage)
    return digest('url', key)
  if (entry.guid !== null && !names.sharedGuids.has(entry.guid)) return digest('guid', sourceId, entry.guid)
  if (entry.title !== '') return digest('title', sourceId, entry.title.toLowerCase())
  return null
}

/**
 * Includes the links and GUIDs that several different entries of the feed have, and which therefore identify
 * none.
 */
export function readNames(
  entries: readonly Pick<Entry, 'link' | 'guid' | 'title'>[],
  { homepage }: Pick<Source, 'homepage'>,
) {
  // Parsing a URL costs as much as parsing its entry.
  const keys = new Map(entries.map(({ link }) => [link, link === null ? null : urlKey(link)]))
  const keyOf = (link: string | null): string | null => keys.get(link) ?? null
  return {
    keyOf,
    homepage: urlKey(homepage),
    sharedLinks: namesOfSeveral(
      entries,
      ({ link }) => keyOf(link),
      ({ guid, title }) => guid ?? title,
    ),
    sharedGuids: namesOfSeveral(
      entries,
      ({ guid }) => guid,
      ({ link, title }) => keyOf(link) ?? title,
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

const isRoot = (key: string): boolean => /^https:\/\/[^/?#]+\/?$/.test(key)

const digest = (...parts: readonly string[]): string =>
  hash('sha256', parts.join('\n'), 'base64url').slice(0, 16)
