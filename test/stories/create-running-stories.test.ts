import { describe, expect, it } from 'vitest'
import { createRunningStories } from '../../src/stories/create-running-stories.ts'
import { createVectorStore, emptyVector } from '../../src/stories/create-vector-store.ts'
import {
  beginStory,
  growRunningStory,
  growStory,
  type RunningStory,
  type StoryInMemory,
} from '../../src/stories/story-in-memory.ts'

/** Running stories whose articles contain words given by numbers, all with the same weight. */
function anAffairDesk() {
  const vectors = createVectorStore()
  const runningStories = createRunningStories(vectors)
  let articles = 0
  const story = (line: RunningStory, country: string, ...reports: (readonly number[])[]): StoryInMemory => {
    const begun = beginStory(`s${articles}`, articles, line)
    line.stories.add(begun)
    for (const words of reports) {
      const member = {
        id: `${articles++}`,
        at: 0,
        language: 'en',
        size: words.length,
        words: vectors.add(
          words,
          words.map(() => 1 / Math.sqrt(words.length)),
        ),
        english: emptyVector,
        scene: { about: [country], places: [], actors: [], people: [] },
        story: null,
      }
      growStory(vectors, begun, [member])
      growRunningStory(vectors, line, member)
    }
    return begun
  }
  return { runningStories, story }
}

const STRIKE = [1, 2, 3, 4]
const COURT = [1, 2, 5, 6]
const HARVEST = [7, 8, 9, 10]

describe('createRunningStories', () => {
  it('finds the running story that a story belongs to, by what all of its articles say', () => {
    const { runningStories, story } = anAffairDesk()
    const strike = story(runningStories.getOrBegin('strike'), 'DE', STRIKE, STRIKE)
    const harvest = story(runningStories.getOrBegin('harvest'), 'DE', HARVEST, HARVEST)
    const court = story(runningStories.getOrBegin('court'), 'DE', COURT)
    expect(runningStories.findLikest(court, [harvest, strike])?.id).toBe('strike')
  })

  it('asks more of one that is a single article', () => {
    const { runningStories, story } = anAffairDesk()
    const strikes = [1, 2, 3].map((articles) =>
      story(
        runningStories.getOrBegin(`${articles}`),
        'DE',
        ...Array.from({ length: articles }, () => STRIKE),
      ),
    )
    const vague = story(runningStories.getOrBegin('vague'), 'DE', [1, 20, 21, 22, 23, 24])
    expect(strikes.map((strike) => runningStories.findLikest(vague, [strike])?.id)).toEqual([
      undefined,
      '2',
      '3',
    ])
  })

  it('asks more where a story contradicts the one by which it meets the running story', () => {
    const { runningStories, story } = anAffairDesk()
    const strike = story(runningStories.getOrBegin('strike'), 'DE', STRIKE)
    expect(
      runningStories.findLikest(story(runningStories.getOrBegin('court'), 'DE', COURT), [strike])?.id,
    ).toBe('strike')
    expect(
      runningStories.findLikest(story(runningStories.getOrBegin('abroad'), 'PL', COURT), [strike]),
    ).toBeNull()
  })

  it('joins two running stories of several stories that turn out to be one, into the larger', () => {
    const { runningStories, story } = anAffairDesk()
    const strike = story(runningStories.getOrBegin('strike'), 'DE', STRIKE, STRIKE)
    const talks = story(strike.runningStory, 'DE', [1, 3, 4, 11])
    const court = story(runningStories.getOrBegin('court'), 'DE', COURT)
    const verdict = story(court.runningStory, 'DE', [2, 5, 6, 12])
    expect(runningStories.chain(verdict, [talks])).toEqual(['court'])
    expect(new Set([talks, court, verdict].map(({ runningStory }) => runningStory.id))).toEqual(
      new Set(['strike']),
    )
  })
})
