import type { Findings, KeptFinding } from '../records/ports/findings.ts'
import type { StoredStory } from '../records/story.ts'
import { gather } from './gather.ts'

/** Most findings of a story that are read, the newest: what an outlet quotes late was said before. */
const MOST_FINDINGS = 400

const STORIES_TOGETHER = 50

/** Creates a reader of the sayings and figures of whole stories, which asks for many stories at once. */
export function createFindingsReader(
  archive: Pick<Findings, 'findings'>,
): (whole: StoredStory) => Promise<readonly KeptFinding[]> {
  const read = (asked: readonly StoredStory[]): Promise<readonly KeptFinding[]> =>
    archive.findings({
      kinds: ['saying', 'figure'],
      stories: [...new Set(asked.flatMap(({ articles }) => articles.map(({ storyId }) => storyId)))],
      most: MOST_FINDINGS * asked.length,
    })

  return gather(async (asked: readonly StoredStory[]) => {
    const found = await read(asked)
    // One story may have so many that others lack theirs.
    const isCrowded = asked.length > 1 && found.length === MOST_FINDINGS * asked.length
    const alone = new Map(
      isCrowded ? await Promise.all(asked.map(async (one) => [one, await read([one])] as const)) : [],
    )
    return (whole: StoredStory) => alone.get(whole) ?? newestOf(whole, found)
  }, STORIES_TOGETHER)
}

/**
 * Returns the newest findings of a story. If it was merged meanwhile, they have another story id but the same
 * articles.
 */
function newestOf({ articles }: StoredStory, found: readonly KeptFinding[]): readonly KeptFinding[] {
  const [ids, stories] = [
    new Set(articles.map(({ id }) => id)),
    new Set(articles.map(({ storyId }) => storyId)),
  ]
  return found
    .filter(({ article }) => stories.has(article.storyId) || ids.has(article.id))
    .slice(0, MOST_FINDINGS)
}
