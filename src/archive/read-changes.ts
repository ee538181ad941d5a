import type { BriefingArchive } from '../briefings/composition.ts'
import type { StoryHead } from '../records/story.ts'

/** How far somebody has read: up to a story (by its id) that moved at an instant, in milliseconds since 1970. */
export interface ReadPosition {
  readonly at: number
  readonly storyId: string
}

/** Stories that moved, oldest first, and from where to go on. */
export interface Changes {
  readonly heads: readonly StoryHead[]
  readonly next: ReadPosition
  /** There is more by now. */
  readonly more: boolean
}

/** An article is kept some time after it was seen, so the newest minutes are told once more with the next question: a repeat is known by its time. */
const LATE_MS = 10 * 60_000

/** Read at once at first; then by twice as much, as long as nothing moved. */
const FIRST_STRETCH_MS = 3_600_000

/**
 * The next stories that moved after a position, each once, where it moved last: a report that came, an edit, a merge. Every movement is told at least once to who goes on from
 * `next` each time.
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
    // What moved again later comes where it did so.
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
  const settled = Math.max(now - LATE_MS, 0)
  return { heads: page, next: settled > since.at ? { at: settled, storyId: '' } : since, more: false }
}

const inOrder = (one: StoryHead, other: StoryHead): number =>
  one.lastAt - other.lastAt || (one.id < other.id ? -1 : 1)

const isAfter = ({ lastAt, id }: StoryHead, { at, storyId }: ReadPosition): boolean =>
  lastAt > at || (lastAt === at && id > storyId)
