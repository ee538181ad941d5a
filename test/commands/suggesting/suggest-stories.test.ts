import { describe, expect, it } from 'vitest'
import { suggestStories } from '../../../src/commands/suggesting/suggest-stories.ts'

const aStory = (headline: string, id = 'sbridge') => ({ id, lastAt: 0, headline: () => headline })
const offered = (headline: string, typed = '', language = 'en'): string | undefined =>
  suggestStories([aStory(headline)], typed, { language, most: 25, longest: 100 })[0]?.label

const LONG = `Bridge ${'over the river '.repeat(8)}opens`

describe('suggestStories', () => {
  it.each([
    ['', 'everything'],
    ['bri', 'the beginning of a word'],
    ['lorries bridge', 'words in any order'],
    ['EUPHRATES', 'capitals'],
    ['sbri', 'the beginning of the id'],
    ['"', 'signs without words'],
  ])('finds a story by “%s”: %s', (typed) => {
    expect(offered('Bridge over the Euphrates opens to lorries', typed)).toBe(
      'Bridge over the Euphrates opens to lorries',
    )
  })

  it.each([
    ['ridge', 'Bridge opens'],
    ['bridge dam', 'Bridge opens'],
    ['bridge', 'Ankara'],
  ])('does not take “%s” for “%s”', (typed, headline) => {
    const story = { ...aStory(headline), id: 's1' }
    expect(suggestStories([story], typed, { language: 'en', most: 25, longest: 100 })).toEqual([])
  })

  it.each([
    ['firat', 'Fırat üzerindeki köprü açıldı'],
    ['KÖPRÜ', 'Fırat üzerindeki köprü açıldı'],
    ['الجسر', 'فتح الجسر أمام الشاحنات'],
    ['大桥', '幼发拉底河大桥通车'],
  ])('finds “%s” in “%s”', (typed, headline) => {
    expect(offered(headline, typed)).toContain(headline)
  })

  it('cuts a headline that is too long behind a word', () => {
    const label = offered(LONG) ?? ''
    expect(label.length).toBeLessThanOrEqual(100)
    expect(label).toMatch(/^Bridge (?:over the river )+(?:over |the |river )*\S+…$/u)
    expect(LONG.startsWith(`${label.slice(0, -1)} `)).toBe(true)
  })

  it('cuts a headline without blanks between characters', () => {
    const label = offered('👩🏽‍🚒'.repeat(40)) ?? ''
    expect(label).toMatch(/^(?:👩🏽‍🚒)+…$/u)
    expect(label.length).toBeGreaterThan(80)
    expect(label.length).toBeLessThanOrEqual(100)
  })

  it('keeps the direction of a headline from reordering the line of its reader', () => {
    expect(offered('Bridge opens', '', 'ar')).toBe('\u2068Bridge opens\u2069')
    expect(offered('فتح الجسر')).toBe('\u2068فتح الجسر\u2069')
    const label = offered('فتح الجسر '.repeat(20)) ?? ''
    expect(label).toMatch(/^\u2068.*…\u2069$/u)
    expect(label.length).toBeLessThanOrEqual(100)
  })

  it('offers no more than there is room for, in the order given, and no story without a headline', () => {
    const stories = [aStory('One', 's1'), aStory('', 's2'), aStory('Three', 's3'), aStory('Four', 's4')]
    const found = suggestStories(stories, '', { language: 'en', most: 2, longest: 100 })
    expect(found.map(({ value }) => value)).toEqual(['s1', 's3'])
  })
})
