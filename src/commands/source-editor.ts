import type { Discovered } from '../feeds/discover-feeds.ts'
import type { Source } from '../records/source.ts'

/** Done, or refused with a text for people that says what to do. */
type Edited = { readonly status: 'done' } | { readonly status: 'refused'; readonly reason: string }

/** Changes what is read; `config/sources.yaml` is where sources stand. */
export interface SourceEditor {
  /** Feeds at the address of a site or of a feed itself. */
  find(address: string): Promise<Discovered>
  add(source: Source): Promise<Edited>
  remove(sourceId: string): Promise<Edited>
}
