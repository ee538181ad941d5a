import type { SearchHit } from '../message.ts'
import { labelOutlet } from './outlet.ts'
import { say } from '../../words/say.ts'
import { own } from './pieces.ts'
import type { Span } from './span.ts'
import { nameStory } from './story.ts'

/** Who published a hit, when, and the story it belongs to. */
export function describeHit(
  hit: SearchHit,
  time: (at: number) => string,
  language: string,
): readonly (readonly Span[])[] {
  const when = hit.publishedAt === null ? say('story.undated', language) : time(hit.publishedAt)
  return [
    labelOutlet({ ...hit, name: hit.sourceName, url: null }, language),
    [own(when, 'quiet')],
    ...(hit.storyId === null ? [] : [nameStory(hit.storyId, language)]),
  ]
}
