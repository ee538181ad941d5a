import type { createEditor } from './editor.ts'
import type { ReadKeeper } from './reading-desk.ts'
import type { SharedWork } from './records/ports/shared-work.ts'
import type { SourceStates } from './records/ports/source-states.ts'

/**
 * What is known of articles, also of those that wait for the editor: a feed that is read again before they have a place brings no news by them, and what it prints
 * under all its articles is counted once.
 */
export const knowWaiting =
  (
    store: Pick<SourceStates, 'knownVersions'>,
    shared: Pick<SharedWork, 'unplacedVersions'>,
  ): SourceStates['knownVersions'] =>
  async (articleIds) => {
    // In this order: one that is placed meanwhile stands in both, and never in neither.
    const waiting = await shared.unplacedVersions(articleIds)
    const kept = await store.knownVersions(articleIds)
    return new Map([...kept, ...waiting])
  }

/** Keeps what a reader read for the editor, wherever that is. */
export function keepForEditor(
  shared: Pick<SharedWork, 'keepUnplaced' | 'wake'>,
  { knownVersions }: Pick<SourceStates, 'knownVersions'>,
  now: () => number,
): ReadKeeper {
  return {
    async keep({ id: sourceId }, stateOf, { articles, printed }) {
      const known = await knownVersions(articles.map(({ id }) => id))
      const fresh = articles.filter(({ id }) => !known.has(id)).length
      const at = now()
      const languages = articles.map(({ tags }) => tags.language)
      const waiting = articles.map(({ terms, ...article }) => ({
        ...article,
        terms: { search: terms.search },
      }))
      const state = stateOf({ fresh, languages, keptAt: at })
      await shared.keepUnplaced({ sourceId, state, printed, at, articles: waiting })
      if (articles.length > 0) await shared.wake('unplaced')
      return { fresh, versions: articles.length - fresh }
    },
    keepState: async (sourceId, stateOf) =>
      shared.keepUnplaced({ sourceId, state: await stateOf(), at: now(), articles: [] }),
  }
}

/** Reads placed in one round: while they are, nobody else is looked at. */
const AT_ONCE = 100

/**
 * Places reads that wait. One that cannot be kept stops no other: it waits on. Gives how many were kept; fewer than it was given where the term is over.
 * @throws the first fault, after all the others were placed
 */
export async function placeWaiting(
  editor: Pick<ReturnType<typeof createEditor>, 'place'>,
  shared: Pick<SharedWork, 'unplaced' | 'keepPlaced'>,
  term: { readonly number: number; over(): Error | null },
): Promise<number> {
  const faults: unknown[] = []
  let placed = 0
  for (const { id, sourceId, articles } of await shared.unplaced(AT_ONCE)) {
    if (term.over() !== null) return placed
    try {
      await editor.place(sourceId, articles, async (kept) => {
        const { articles, keptAt: at } = kept
        const isKept = await shared.keepPlaced({ id, sourceId, articles, term: term.number, at })
        if (isKept) placed += 1
      })
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw faults[0]
  return placed
}
