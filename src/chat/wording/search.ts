import type { SearchHit } from '../message.ts'
import { labelOutlet } from './outlet.ts'
import { say } from '../../words/say.ts'
import { own } from './pieces.ts'
import type { Span } from './span.ts'
import { nameStory } from './story.ts'

/** Who published a hit, when, who else tells it, and the story it belongs to. */
export function describeHit(
  hit: SearchHit,
  time: (at: number) => string,
  language: string,
): readonly (readonly Span[])[] {
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
