import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCandidateIndex } from '../../src/stories/create-candidate-index.ts'

const [bridge, lindau, flood, strike] = [0, 1, 2, 3] as const

const allFresh = (): number => 1

describe('createCandidateIndex', () => {
  it('finds the stories that share the heaviest words first', () => {
    const index = createCandidateIndex()
    index.add(1, [bridge, flood])
    index.add(2, [bridge, lindau, flood])
    index.add(3, [strike])
    expect(index.find([lindau, bridge, flood], [5, 4, 3], allFresh).fresh).toEqual([2, 1])
  })

  it('leaves out what shares light words only', () => {
    const index = createCandidateIndex()
    index.add(1, [lindau])
    index.add(2, [flood])
    expect(index.find([lindau, flood], [9, 1], allFresh).fresh).toEqual([1])
  })

  it('remembers the newest stories of a word that a hundred stories share', () => {
    const index = createCandidateIndex()
    for (let story = 1; story <= 100; story++) index.add(story, [flood])
    index.add(90, [flood])
    const found = index.find([flood], [1], allFresh).fresh
    expect(found).toEqual(expect.arrayContaining([90, 100, 99]))
    expect(found.every((story) => story > 80)).toBe(true)
  })

  it('gives the place of a story that has ended to one that goes on', () => {
    const index = createCandidateIndex()
    index.add(1, [flood])
    for (let story = 2; story <= 17; story++) {
      index.add(story, [flood])
      index.drop(story, flood)
    }
    expect(index.find([flood], [1], allFresh).fresh).toEqual([1])
  })

  it('finds what shares less but is fresher first, and the stale one beside it apart', () => {
    const index = createCandidateIndex()
    index.add(1, [lindau, bridge])
    index.add(2, [lindau])
    const asked = [
      [lindau, bridge],
      [5, 4],
    ] as const
    expect(index.find(...asked, allFresh).fresh).toEqual([1, 2])
    expect(index.find(...asked, (story) => (story === 1 ? 0.5 : 1)).fresh).toEqual([2, 1])
    expect(index.find(...asked, (story) => (story === 1 ? 0.2 : 1))).toEqual({ fresh: [2], aged: [1] })
  })

  it('finds a stale story that shares most of an article when there is no fresher one, and none that has ended', () => {
    const index = createCandidateIndex()
    index.add(1, [lindau, bridge])
    index.add(2, [flood])
    const asked = [
      [lindau, bridge, flood],
      [5, 4, 3],
    ] as const
    expect(index.find(...asked, (story) => (story === 1 ? 0.2 : 0)).fresh).toEqual([1])
    expect(index.find(...asked, (story) => (story === 2 ? 0.2 : 0))).toEqual({ fresh: [], aged: [] })
  })

  it('finds nothing by a word whose number was given free', () => {
    const index = createCandidateIndex()
    index.add(1, [flood, bridge])
    index.clear(flood)
    expect(index.find([flood], [1], allFresh).fresh).toEqual([])
    expect(index.find([bridge], [1], allFresh).fresh).toEqual([1])
  })

  it('finds by many words, whatever their weights, what it would find if it looked at each of them', () => {
    const stories = array(array(integer({ min: 0, max: 11 }), { maxLength: 12 }), { maxLength: 8 })
    const ofWords = array(integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 })
    assert(
      property(stories, ofWords, (told, asked) => {
        const index = createCandidateIndex()
        told.forEach((own, i) => index.add(i + 1, own))
        const weights = asked.toSorted((a, b) => b - a)
        const shares = told.map((own) =>
          weights.reduce((sum, weight, word) => sum + (own.includes(word) ? weight : 0), 0),
        )
        const all = weights.reduce((sum, weight) => sum + weight, 0)
        const enough = Math.max(all * 0.15, Math.max(0, ...shares) * 0.4)
        const expected = shares.flatMap((share, i) => (share >= enough ? [i + 1] : []))
        const found = index.find([...weights.keys()], weights, allFresh).fresh
        expect(found.toSorted((a, b) => a - b)).toEqual(expected)
      }),
    )
  })
})
