/** Who owns an outlet: a label for the reader, never a score. */
export const OWNERSHIPS = ['state', 'public', 'private', 'independent'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** A publication we read, as `config/sources.yaml` describes it. */
export interface Source {
  /** Slug, unique in the pack: `anadolu-en`. Never changes once used: the store keeps articles under it. */
  readonly id: string
  readonly name: string
  /** Address of the feed itself. */
  readonly feed: string
  readonly homepage: string
  /** ISO 3166-1 alpha-2 of the newsroom's home; `UN` and `EU` (reserved codes) for those bodies. */
  readonly country: string
  /** ISO 639-1 of what the feed is written in. */
  readonly language: string
  readonly ownership: Ownership
  /** Id of a region in `config/regions.yaml`: what the outlet mostly covers. */
  readonly region: string
  /** True for a news agency whose copy other outlets carry. */
  readonly agency?: boolean
  /** The source allows us to fetch the page behind a teaser. */
  readonly fullText?: boolean
}

/** What no feed says of its outlet. */
type SourceLabels = Pick<Source, 'country' | 'ownership' | 'region'>

/**
 * A source for a feed that was found: its id from the host name, with a number where `taken` has it already, and its name too where the feed has no title.
 * `language` is a BCP 47 tag, of which the language counts.
 */
export function describeSource(
  feed: Pick<Source, 'name' | 'feed' | 'homepage' | 'language'>,
  { country, ownership, region }: SourceLabels,
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
