import type { BriefingArchive } from '../briefings/composition.ts'
import type { StoryHead } from '../records/story.ts'

/** How far somebody has read: up to a story (by id) that moved at an instant (ms since 1970). */
export interface ReadPosition {
  readonly at: number
  readonly storyId: string
}

/** Stories that moved, oldest first, and where to go on. */
export interface Changes {
  readonly heads: readonly StoryHead[]
  readonly next: ReadPosition
  /** There are more already. */
  readonly more: boolean
}

/**
 * An article is stored some time after it was seen, so the newest minutes are repeated with the next call. A
 * repeat is recognised by its time.
 */
const STORAGE_LAG_MS = 10 * 60_000

/** The first stretch of time that is read at once. Each further one is twice as long. */
const FIRST_STRETCH_MS = 3_600_000

/**
 * Returns the next stories that moved after a position: a report came, an edit, a merge. Each story comes
 * once, at its last movement. A reader who goes on from `next` each time gets every movement at least once.
 */
export async function readChanges(
  archive: Pick<BriefingArchive, 'storyHeads'>,
  { since, now, most }: { readonly since: ReadPosition; readonly now: number; readonly most: number },
): Promise<Changes> {
  const heads: StoryHead[] = []
  let stretch = FIRST_STRETCH_MS
  let from = since.at
  while (from <= now && heads.length <= most) {
    const to = Math.min(from + stretch, now + 1)
    // What moved again later comes at that later time.
    const moved = (await archive.storyHeads({ from, to })).filter(
      (head) => head.lastAt >= from && head.lastAt < to && isAfter(head, since),
    )
    heads.push(...moved.toSorted(inOrder))
    from = to
    stretch *= 2
  }
  const page = heads.slice(0, most)
  const last = page.at(-1)
  if (heads.length > most && last !== undefined)
    return { heads: page, next: { at: last.lastAt, storyId: last.id }, more: true }
  const settled = Math.max(now - STORAGE_LAG_MS, 0)
  return { heads: page, next: settled > since.at ? { at: settled, storyId: '' } : since, more: false }
}

const inOrder = (one: StoryHead, other: StoryHead): number =>
  one.lastAt - other.lastAt || (one.id < other.id ? -1 : 1)

const isAfter = ({ lastAt, id }: StoryHead, { at, storyId }: ReadPosition): boolean =>
  lastAt > at || (lastAt === at && id > storyId)
