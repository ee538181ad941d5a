import { describe, expect, it } from 'vitest'
import { medoidTitle } from '../../src/stories/medoid.ts'

const titles = (...all: string[]): { title: string; language: string }[] =>
  all.map((title) => ({ title, language: 'en' }))

describe('medoidTitle', () => {
  it.each([
    ['takes the only one', titles('Who?'), 0],
    [
      'takes the title that the others share most with',
      titles(
        'Rain and regret in Lindau',
        'Lindau bridge collapses in flood',
        'Flood: bridge collapses in Lindau, three missing',
        'Bridge in Lindau collapses',
      ),
      1,
    ],
    [
      'takes the last of two that are as good as each other',
      titles('Lindau bridge closed after flood', 'Lindau bridge opens again'),
      1,
    ],
    [
      'prefers a statement to a question',
      titles('Why did the Lindau bridge collapse?', 'Lindau bridge collapsed in the flood'),
      1,
    ],
    [
      'prefers a quiet title',
      titles('LINDAU BRIDGE COLLAPSES IN FLOOD', 'Lindau bridge collapses in flood'),
      1,
    ],
    [
      'prefers a title without a wire label',
      titles('UPDATE 1-Lindau bridge collapses', 'Lindau bridge collapses'),
      1,
    ],
    [
      'prefers a title without a teaser behind it',
      titles('Lindau bridge collapses', 'Lindau bridge collapses – what Lindau says'),
      0,
    ],
    [
      'prefers a title without the hour that a site puts before it',
      titles('11:35 Lindau bridge collapses', 'Lindau bridge collapses'),
      1,
    ],
    [
      'prefers a title without the name of its outlet',
      titles('Lindau bridge collapses : LBR', 'Lindau bridge collapses'),
      1,
    ],
    [
      'prefers a title without a cry in it',
      titles('Lindau bridge collapses: three missing', 'Lindau bridge collapses! Three missing'),
      0,
    ],
    [
      'prefers a title of the length that outlets write',
      titles(
        'Lindau bridge falls in flood and mother tells of stones',
        'Lindau bridge falls in flood as mother who had just driven over it with two small children tells of stones that roared behind her',
      ),
      0,
    ],
    [
      'prefers a title that is whole',
      titles('Lindau bridge collapses in  ...', 'Lindau bridge collapses in flood'),
      1,
    ],
  ])('%s', (_name, articles, index) => {
    expect(medoidTitle(articles)).toBe(index)
  })
})
