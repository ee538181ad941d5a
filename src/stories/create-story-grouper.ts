import { creditedAgency } from './agency.ts'
import { contradict } from './contradict.ts'
import { createAgeQueue } from './create-age-queue.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { createCopyFinder, takePrint } from './create-copy-finder.ts'
import type { Print, Remembered } from './create-copy-finder.ts'
import { createStoryIndex } from './create-story-index.ts'
import type { Scene } from './read-scene.ts'
import { readTraits } from './read-traits.ts'
import type { Traits } from './read-traits.ts'
import type { Placement } from './story.ts'

/** Joins what different outlets report about one event, article by article in order of arrival. */
export interface StoryGrouper {
  /** Finds the story of an article, or begins one. A new version of a known article keeps its story. */
  place(article: ArticleToPlace): Placement
  /** Takes in an article that was placed before a restart. Call it for all of them, in their old order, before `place`. */
  restore(article: PlacedBefore): void
  /** Drops articles from before this time (milliseconds since 1970); a story ends with its last article. */
  forget(before: number): void
}

interface PlacedBefore extends ArticleToPlace {
  readonly storyId: string
  readonly copyOf: string | null
  readonly agency: string | null
}

interface Known {
  readonly language: string
  readonly scene: Scene
  readonly copyOf: string | null
  readonly text: Remembered
}

export function createStoryGrouper(): StoryGrouper {
  const stories = createStoryIndex()
  const copies = createCopyFinder()
  const known = new Map<string, Known>()
  const ages = createAgeQueue()
  let newest = 0

  const knownSince = ({ at }: ArticleToPlace): number => {
    newest = Math.max(newest, at ?? 0)
    return at ?? newest
  }

  const remember = (
    { id }: ArticleToPlace,
    { language, scene }: Traits,
    since: number,
    copyOf: string | null,
    print: Print,
  ): void => {
    known.set(id, { language, scene, copyOf, text: copies.remember(id, print, since) })
    ages.add(id, since)
  }

  return {
    place(article) {
      const traits = readTraits(article)
      const print = takePrint(traits)
      const agency = creditedAgency(article.text)
      const before = known.get(article.id)
      const since = knownSince(article)
      const member = { id: article.id, at: article.at, traits }

      if (before !== undefined) {
        const storyId = stories.storyOf(article.id) ?? `s${article.id}`
        stories.remove(article.id)
        stories.putInto(storyId, member)
        copies.forget(before.text)
        remember(article, traits, since, before.copyOf, print)
        return { articleId: article.id, storyId, copyOf: before.copyOf, agency, mergedStoryIds: [] }
      }

      const found = copies.find(print, since, (id) => {
        const other = known.get(id)
        return other === undefined || !contradict([traits], [other])
      })
      const copyOf = found === null ? null : (known.get(found)?.copyOf ?? found)
      const copiedStory = found === null ? null : stories.storyOf(found)
      remember(article, traits, since, copyOf, print)
      if (copiedStory !== null) {
        stories.putInto(copiedStory, member)
        return { articleId: article.id, storyId: copiedStory, copyOf, agency, mergedStoryIds: [] }
      }
      return { articleId: article.id, copyOf, agency, ...stories.place(member) }
    },
    restore(article) {
      const traits = readTraits(article)
      const since = knownSince(article)
      remember(article, traits, since, article.copyOf, takePrint(traits))
      stories.putInto(article.storyId, { id: article.id, at: article.at, traits })
    },
    forget(before) {
      for (const id of ages.takeBefore(before)) {
        const article = known.get(id)
        // A newer version may have made it younger.
        if (article === undefined || article.text.at >= before) continue
        known.delete(id)
        copies.forget(article.text)
        stories.remove(id)
      }
    },
  }
}
