import type { Source } from '../records/source.ts'

/**
 * A source for a feed that was found, with what no feed says of its outlet: its id comes from the host name, with a
 * number where `taken` has it already, and so does its name where the feed has no title.
 * `language` is a BCP 47 tag, of which the language counts.
 */
export function describeSource(
  feed: Pick<Source, 'name' | 'feed' | 'homepage' | 'language'>,
  { country, ownership, region }: Pick<Source, 'country' | 'ownership' | 'region'>,
  taken: ReadonlySet<string>,
): Source {
  const { name, feed: address, homepage } = feed
  const host = (URL.parse(address)?.hostname ?? '').replace(/^(?:www|rss|feeds?)\./u, '')
  const own = host.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')
  let id = own
  for (let number = 2; taken.has(id); number++) id = `${own}-${number}`
  const language = (feed.language.split('-')[0] ?? feed.language).toLowerCase()
  const title = name === '' ? host : name
  return { id, name: title, feed: address, homepage, country, language, ownership, region }
}
