import { describe, expect, it } from 'vitest'
import { countIndependent } from '../../src/briefings/story-facts.ts'

const report = (
  articleId: string,
  {
    copyOf = null,
    agency = null,
    sourceId = `outlet-${articleId}`,
  }: Partial<{
    copyOf: string | null
    agency: string | null
    sourceId: string
  }> = {},
) => ({ articleId, sourceId, copyOf, agency })

describe('countIndependent', () => {
  it.each([
    ['every outlet with a report of its own', [report('a'), report('b'), report('c')], 3],
    [
      'five copies of a wire report once',
      ['a', 'b', 'c', 'd', 'e'].map((id) =>
        report(id, { agency: 'Reuters', copyOf: id === 'a' ? null : 'a' }),
      ),
      1,
    ],
    [
      'different texts of one agency once',
      [report('a', { agency: 'AFP' }), report('b', { agency: 'AFP' }), report('c')],
      2,
    ],
    [
      'an agency’s own report, which need not credit it, with the copies that do',
      [report('a', { sourceId: 'reuters' }), report('b', { copyOf: 'a', agency: 'Reuters' })],
      1,
    ],
    [
      'a copy that lost its credit with those that kept it',
      [
        report('a', { agency: 'AP' }),
        report('b', { copyOf: 'a' }),
        report('c', { copyOf: 'a', agency: 'AP' }),
      ],
      1,
    ],
    [
      'copies of a text that is not there as one',
      [report('b', { copyOf: 'x' }), report('c', { copyOf: 'x' }), report('d')],
      2,
    ],
    [
      'several reports of one outlet once',
      [report('a', { sourceId: 'courier' }), report('b', { sourceId: 'courier' })],
      1,
    ],
  ])('counts %s', (_, reports, independent) => {
    expect(countIndependent(reports)).toBe(independent)
  })
})
