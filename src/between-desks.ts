import type { createEditor } from './editor.ts'
import type { ReadKeeper } from './reading-desk.ts'
import type { SharedWork } from './records/ports/shared-work.ts'
import type { SourceStates } from './records/ports/source-states.ts'

/**
 * A view of the known articles that includes those still waiting for the editor. So a feed that is read again
 * before its articles are placed reports none of them as new, and its page furniture is counted once.
 */
export const withWaitingVersions =
  (
    store: Pick<SourceStates, 'knownVersions'>,
    shared: Pick<SharedWork, 'unplacedVersions'>,
  ): SourceStates['knownVersions'] =>
  async (articleIds) => {
    // In this order: an article placed between the two reads shows up in both, never in neither.
    const waiting = await shared.unplacedVersions(articleIds)
    const kept = await store.knownVersions(articleIds)
    return new Map([...kept, ...waiting])
  }

/** Stores what was read for the editor to place, in whichever process the editor runs. */
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

/** Reads placed in one round. Nothing else is served while a round runs. */
const READS_AT_ONCE = 100

/**
 * Settles the hours that are over, places waiting reads and returns how many were kept: fewer than given once the editor's term is over. A
 * read that cannot be kept keeps waiting and does not stop the others.
 * @throws the first fault, after all the others were placed
 */
export async function placeWaiting(
  editor: Pick<ReturnType<typeof createEditor>, 'place' | 'settle'>,
  shared: Pick<SharedWork, 'unplaced' | 'keepPlaced' | 'keepSettledIn'>,
  term: { readonly number: number; over(): Error | null },
): Promise<number> {
  const faults: unknown[] = []
  let placed = 0
  try {
    await editor.settle(async (settled) => {
      await shared.keepSettledIn(term.number, settled)
    })
  } catch (fault) {
    faults.push(fault)
  }
  for (const { id, sourceId, articles } of await shared.unplaced(READS_AT_ONCE)) {
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
