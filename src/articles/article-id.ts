import { hash } from 'node:crypto'
import type { Entry } from '../feeds/entry.ts'
import type { Source } from '../records/source.ts'
import { urlKey } from './canonical-url.ts'

/** What the addresses and GUIDs of a feed's entries say of them. */
export type EntryNames = ReturnType<typeof readNames>

/**
 * The id of an article, which survives changed dates, titles and tracking parameters. From the address where the link means this entry
 * alone (so the same article in two feeds is one); else from the GUID, else from the title, both within the source. Null when there is none of them.
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

/** Among them the links and GUIDs that several different entries of one feed carry, which name none of them. */
export function readNames(
  entries: readonly Pick<Entry, 'link' | 'guid' | 'title'>[],
  { homepage }: Pick<Source, 'homepage'>,
) {
  // To take an address apart costs as much as to parse its entry.
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
