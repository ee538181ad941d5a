import { reportedAt } from '../articles/reported-at.ts'
import { skipDateline } from '../language/dateline.ts'
import { splitSentences } from '../language/sentences.ts'
import type { StoryCard } from '../records/briefing.ts'
import type { Findings } from '../records/ports/findings.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import type { BriefingSettings } from './composition.ts'
import { findEarlierTolls, readEarlierTolls } from './developments/earlier-toll.ts'
import { describeEdit, type Edit } from './describe-edit.ts'
import { versionKey } from './mark-stories.ts'
import { factsOf, reportsOf } from './story-facts.ts'
import { describeOutlet } from './outlets.ts'
import { writeStory } from './write-story.ts'

/** Most figures of one story that are read. */
const MOST_FIGURES = 500

/**
 * Tells the whole story of this id, or of the story it was merged into, to a reader of these languages (ISO
 * 639-1, preferred first). Null if the id is unknown.
 */
export async function writeStoryCard(
  id: string,
  archive: Pick<NewsArchive, 'stories' | 'versions' | 'storyHeads'> & Findings,
  settings: Pick<BriefingSettings, 'sources'>,
  reads: readonly string[],
): Promise<StoryCard | null> {
  const [story] = await archive.stories([id])
  if (story === undefined) return null
  const sources = new Map(settings.sources.map((source) => [source.id, source]))
  const reports = reportsOf(story)
  const chosen = {
    id: story.id,
    mark: null,
    ...factsOf({ reports }),
    unseen: reports.map(versionKey),
  }
  const edits = await lastEdits(story, archive)
  const removed = new Set(story.articles.flatMap(({ id, removal }) => (removal === undefined ? [] : [id])))
  const { briefed, listed } = writeStory(story, chosen, { sources, reads, edits, removed })
  const figures = await archive.findings({ kinds: ['figure'], stories: [story.id], most: MOST_FIGURES })
  const developments = findEarlierTolls({ listed }, figures, await readEarlierTolls(story, figures, archive))
  const outletOf = new Map(listed.map((article, outlet) => [article, outlet]))
  return {
    ...briefed,
    ...(developments.length > 0 && { developments }),
    firstAt: Math.min(...story.articles.map(reportedAt)),
    reports: story.articles.map((article) => ({
      ...describeOutlet(article, sources, story.articles),
      articleId: article.id,
      version: article.version,
      outlet: outletOf.get(article) ?? null,
      lead: leadOf(article),
    })),
  }
}

async function lastEdits(
  story: StoredStory,
  archive: Pick<NewsArchive, 'versions'>,
): Promise<ReadonlyMap<string, Edit & { readonly at: number }>> {
  const edits = new Map<string, Edit & { at: number }>()
  for (const article of story.articles) {
    if (article.version === 1) continue
    const [before, after] = (await archive.versions(article.id)).slice(-2)
    if (before === undefined || after === undefined) continue
    const edit = describeEdit(before, after, article.tags.language)
    if (edit !== null) edits.set(article.id, { ...edit, at: after.seenAt })
  }
  return edits
}

/** Returns the first sentence of an article without its dateline, word by word; null without a text. */
export function leadOf({ text, tags }: PlacedArticle): string | null {
  const first = splitSentences(text, tags.language)[0]
  return first === undefined ? null : text.slice(skipDateline(text, first.start, first.end), first.end)
}
