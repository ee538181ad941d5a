import type { StoryHead } from '../records/story.ts'
import type { ToldStories } from './choose-stories.ts'

/**
 * What a reader was told of a story before, as `articleId@version`: under its own id, and what its reports were told with when they stood in another story,
 * which was split since. Null when they never heard of it. Asked again of the same story and the same readers, it gives the same array.
 */
export function knowledgeOf(story: StoryHead, told: ToldStories): readonly string[] | null {
  const known = KNOWLEDGE.get(told) ?? { byArticle: tellingsByArticle(told), ofStory: new WeakMap() }
  KNOWLEDGE.set(told, known)
  const before = known.ofStory.get(story)
  if (before !== undefined) return before
  const own = told.get(story.id)?.articles ?? null
  const seen = new Set(own)
  const elsewhere = story.reports
    .flatMap(({ articleId }) => known.byArticle.get(articleId) ?? [])
    .filter((key) => !seen.has(key))
  const all = elsewhere.length === 0 ? own : [...new Set([...seen, ...elsewhere])]
  known.ofStory.set(story, all)
  return all
}

interface Knowledge {
  readonly byArticle: ReadonlyMap<string, readonly string[]>
  readonly ofStory: WeakMap<StoryHead, readonly string[] | null>
}

const KNOWLEDGE = new WeakMap<ToldStories, Knowledge>()

function tellingsByArticle(told: ToldStories): ReadonlyMap<string, readonly string[]> {
  const byArticle = new Map<string, string[]>()
  // A merged story stands there under each of its ids.
  for (const { articles } of new Set(told.values())) {
    for (const key of articles) {
      const articleId = key.slice(0, key.lastIndexOf('@'))
      const keys = byArticle.get(articleId)
      if (keys === undefined) byArticle.set(articleId, [key])
      else keys.push(key)
    }
  }
  return byArticle
}
