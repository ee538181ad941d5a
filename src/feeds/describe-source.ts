import type { Source } from '../records/source.ts'

/**
 * Completes a discovered feed into a `Source`, with what the feed does not say about its outlet. The id is
 * made from the host name, with a number appended if `taken` already has it. A feed without a title is named
 * after its host. `language` is a BCP 47 tag, of which only the language subtag is used.
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
