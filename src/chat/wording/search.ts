import type { SearchHit, SearchResults } from '../../records/message.ts'
import { phrase, say } from '../../words/say.ts'
import { type Line, type Look, own, quote, spans } from './span.ts'
import { labelOutlet, nameStory } from './story.ts'

/** What was looked for. */
export function titleSearch({ query }: SearchResults, language: string, look?: Look): Line {
  return spans(phrase('search.title', language, { query: quote(query, look) }), look)
}

/** What stands behind the hits, in a language (BCP 47): that there are none, or more; null where nothing does. */
export function afterSearch({ hits, more, note }: SearchResults, language: string): string | null {
  if (note !== undefined) return note
  if (hits.length === 0) return say('search.none', language)
  return more ? say('search.more', language) : null
}

/** Who published a hit, when, who else tells it, and the story it belongs to. */
export function describeHit(hit: SearchHit, time: (at: number) => string, language: string): readonly Line[] {
  const when = hit.publishedAt === null ? say('story.undated', language) : time(hit.publishedAt)
  return [
    labelOutlet({ ...hit, name: hit.sourceName, url: null }, language),
    [own(when, 'quiet')],
    ...(hit.moreOutlets === 0
      ? []
      : [[own(say('search.moreOutlets', language, { count: hit.moreOutlets }), 'quiet')]]),
    ...(hit.storyId === null ? [] : [nameStory(hit.storyId, language)]),
  ]
}
