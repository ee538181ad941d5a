import { describe, expect, it } from 'vitest'
import { createStoryIndex } from '../../src/stories/create-story-index.ts'
import { createVectorStore } from '../../src/stories/create-vector-store.ts'
import { compareGroups, explainPlacement } from '../../src/stories/explain-placement.ts'
import { readTraits } from '../../src/stories/read-traits.ts'

const HOUR = 3_600_000

/** Places them in this order, an hour apart. */
function placed(titles: readonly string[], countries: readonly string[] = []) {
  const vectors = createVectorStore()
  const index = createStoryIndex(vectors)
  const members = titles.map((title, i) => {
    const id = String(i)
    const about = countries[i] === undefined ? [] : [{ code: countries[i], score: 1, focus: true }]
    const article = { id, sourceId: '', language: 'en', title, text: '', at: i * HOUR, countries: about }
    return index.place({ id, at: article.at, traits: readTraits(article) }).member
  })
  const explain = (i: number) => {
    const member = members[i]
    return member === undefined ? null : explainPlacement(vectors, index.all(), member)
  }
  return { vectors, members, explain }
}

const strike = [
  'Ferry strike in Lindau harbour',
  'Lindau harbour: ferry strike goes on',
  'Ferry sails to Bregenz with a new captain and cheaper tickets for pupils',
]

describe('explainPlacement', () => {
  it('holds each member against the others, and the article against the next story', () => {
    const reasons = placed(strike).explain(1)
    expect(reasons).toMatchObject({
      storyId: 's0',
      members: [
        { id: '0', toOthers: { fits: true, contradicts: false, hours: 1 } },
        { id: '1', toOthers: { fits: true } },
      ],
      nearest: { storyId: 's2', memberIds: ['2'], toArticle: { fits: false } },
    })
    const { likeness = 0, needed = 0 } = reasons?.nearest?.toArticle ?? {}
    expect(likeness).toBeGreaterThan(0)
    expect(likeness).toBeLessThan(needed ?? 0)
  })

  it('tells what contradicts from what has too little in common', () => {
    const { explain } = placed(['Flood drowns the valley', 'Flood drowns the valley'], ['AT', 'PL'])
    const { likeness, needed, ...other } = explain(1)?.nearest?.toArticle ?? {}
    expect(likeness).toBeGreaterThan(needed ?? Infinity)
    expect(other).toMatchObject({ contradicts: true, fits: false })
  })

  it('has nothing to say of neighbours where nothing is shared', () => {
    expect(placed(['Flood drowns the valley', 'Dockers vote']).explain(1)).toMatchObject({
      members: [{ id: '1', toOthers: null }],
      nearest: null,
      storyline: { storyIds: [], likeness: null, nearest: null },
    })
  })

  it('keeps no vector', () => {
    const { vectors, members, explain } = placed(strike)
    const { taken } = vectors
    explain(0)
    compareGroups(vectors, members.slice(0, 1), members.slice(1))
    expect(vectors.taken).toBe(taken)
  })
})
