import type { Store } from '../../../src/records/ports/store.ts'
import type { DecisionNote } from './decision-note.ts'
import type { Evidence } from './evidence.ts'

/**
 * Reads from the store what was decided and how it ended, which articles it has, and which destinations are
 * paused.
 */
export async function readStore(
  store: Store,
  notes: readonly DecisionNote[],
): Promise<Pick<Evidence, 'deliveries' | 'stored' | 'paused' | 'leads'>> {
  const deliveries = await store.deliveries(0)
  const articles = await store.placedArticles(0)
  const destinations = await store.destinations()
  const told = new Set(notes.flatMap((note) => (note.kind === 'decided' ? note.told : [])))
  const leads = new Map<string, string>()
  for (const id of told) {
    const [story] = await store.stories([id])
    if (story !== undefined && story.id !== id) leads.set(id, story.id)
  }
  return {
    deliveries,
    stored: new Set(articles.flatMap(({ url }) => url ?? [])),
    paused: new Set([...destinations].flatMap(([to, { state }]) => (state === 'paused' ? [to] : []))),
    leads,
  }
}
