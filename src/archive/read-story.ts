import type { BriefingArchive, BriefingSettings } from '../briefings/composition.ts'
import { headlineOf } from '../briefings/write-story.ts'
import { writeStoryCard } from '../briefings/write-story-card.ts'
import type { ArticleVersion } from '../records/article.ts'
import type { StoryCard } from '../records/briefing.ts'
import type { PlacedArticle } from '../records/story.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import type { ArchiveReader } from './subject.ts'

/** A story as a page tells it. */
export interface ArchivedStory {
  /** Carries the story's current id, whichever it was asked for by. */
  readonly card: StoryCard
  readonly storylineId: string
  /** People and organisations that its reports name, the most frequent first. */
  readonly people: readonly string[]
}

/** Names listed for a story; more would say nothing about it. */
const MOST_NAMES = 8

/** Returns a story; null where none has this id or handle. */
export async function readStory(
  id: string,
  archive: Pick<BriefingArchive, 'stories' | 'versions' | 'storyHeads' | 'findings'>,
  settings: Pick<BriefingSettings, 'sources'>,
  reader: ArchiveReader,
): Promise<ArchivedStory | null> {
  const [story] = await archive.stories([id])
  if (story === undefined) return null
  const same = {
    versions: archive.versions.bind(archive),
    storyHeads: archive.storyHeads.bind(archive),
    findings: archive.findings.bind(archive),
    stories: () => Promise.resolve([story]),
  }
  const card = await writeStoryCard(id, same, settings, readsOf(reader))
  return card && { card, storylineId: story.storylineId, people: namedIn(story.articles) }
}

function namedIn(articles: readonly PlacedArticle[]): readonly string[] {
  const named = articles.flatMap(({ tags }) => [...new Set(tags.people.map(({ name }) => name))])
  const times = [...Map.groupBy(named, (name) => name)].map(([name, { length }]) => ({ name, length }))
  return times
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
}

/** An article and every version of it, oldest first. */
export interface ArchivedArticle {
  readonly article: PlacedArticle
  readonly versions: readonly ArticleVersion[]
  /** The story that it belongs to now, and that story's headline in the language of the article. */
  readonly storyId: string
  readonly headline: string
}

/** Returns an article of a story; null where the story has no such article. */
export async function readArticle(
  storyId: string,
  articleId: string,
  archive: Pick<BriefingArchive, 'stories' | 'versions' | 'storyHeads' | 'findings'>,
): Promise<ArchivedArticle | null> {
  const [story] = await archive.stories([storyId])
  const article = story?.articles.find(({ id }) => id === articleId)
  if (story === undefined || article === undefined) return null
  const { title: headline } = headlineOf(story, article.tags.language)
  return { article, versions: await archive.versions(articleId), storyId: story.id, headline }
}
