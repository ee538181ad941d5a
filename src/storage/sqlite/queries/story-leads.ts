import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'

/** Where ids of stories lead: a story that was merged forwards to another one, and never further. */
export interface StoryLeads {
  /** The id that this one leads to now: itself where it was never merged or is not known. */
  target(id: string): string
  /** This id, the one that it leads to, and all that lead there too. */
  family(id: string): readonly string[]
}

export async function readStoryLeads(db: Kysely<Tables>, ids: Iterable<string>): Promise<StoryLeads> {
  const asked = [...new Set(ids)]
  const targets = new Map<string, string>()
  for (const some of inChunks(asked, AT_ONCE))
    for (const { id, target } of await merges(db).where('story.id', 'in', some).execute())
      targets.set(id, target)
  const target = (id: string): string => targets.get(id) ?? id
  const others = new Map<string, string[]>()
  for (const some of inChunks([...new Set(asked.map(target))], AT_ONCE))
    for (const merge of await merges(db).where('target.id', 'in', some).execute()) {
      const known = others.get(merge.target) ?? []
      others.set(merge.target, known)
      known.push(merge.id)
    }
  return { target, family: (id) => [...new Set([id, target(id), ...(others.get(target(id)) ?? [])])] }
}

function merges(db: Kysely<Tables>) {
  return db
    .selectFrom('story')
    .innerJoin('story as target', 'target.row', 'story.merged_into')
    .select(['story.id', 'target.id as target'])
}

const AT_ONCE = 500
