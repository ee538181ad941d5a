import { versionKey } from './choose-stories.ts'
import type { NewsArchive, StoryOutline, WholeStory } from './news-archive.ts'

/** A whole story by its id; null where it is gone. */
export type StoryReader = (id: string) => Promise<WholeStory | null>

/**
 * Reads whole stories as they were when `heads` were read. What came in since is left out: nobody is noted to know that, so the next briefing would
 * tell it a second time. One that was merged meanwhile comes whole, under the id that it leads to, and so does one of which every report was changed.
 */
export function createStoryReader(
  archive: Pick<NewsArchive, 'stories'>,
  heads: readonly StoryOutline[],
  pause: () => Promise<void>,
): StoryReader {
  const wholes = new Map<string, WholeStory>()
  let known: Promise<ReadonlySet<string>> | null = null

  async function asItWas(whole: WholeStory): Promise<WholeStory> {
    const read = await (known ??= versionsIn(heads, pause))
    const articles = whole.articles.filter(({ id, version }) =>
      read.has(versionKey({ articleId: id, version })),
    )
    return articles.length === 0 ? whole : { ...whole, articles }
  }

  return async (id) => {
    const read = wholes.get(id)
    if (read !== undefined) return read
    const [whole] = await archive.stories([id])
    if (whole === undefined) return null
    const story = whole.id === id ? await asItWas(whole) : whole
    wholes.set(id, story)
    return story
  }
}

/** Each article with its version, as `articleId@version`. */
async function versionsIn(
  stories: readonly StoryOutline[],
  pause: () => Promise<void>,
): Promise<ReadonlySet<string>> {
  const versions = new Set<string>()
  for (const { reports } of stories) {
    for (const report of reports) versions.add(versionKey(report))
    await pause()
  }
  return versions
}
