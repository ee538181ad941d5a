import { describe, expect, it } from 'vitest'
import { termsOf } from '../../../src/records/expression.ts'
import {
  LONGEST_EXPRESSION,
  MOST_KEYWORDS,
  parseExpression,
  printExpression,
} from '../../../src/subscriptions/expression/parse-expression.ts'
import { anExpression } from './an-expression.ts'
import fc from 'fast-check'

const printed = (typed: string): string => {
  const parsed = parseExpression(typed)
  return parsed.status === 'parsed'
    ? printExpression(parsed.expression)
    : `${parsed.mistake.kind} at ${parsed.mistake.near}`
}

describe('parseExpression', () => {
  it.each([
    ['grain', 'grain'],
    ['grain corridor', 'grain AND corridor'],
    ['grain OR corridor deal', 'grain OR corridor AND deal'],
    ['(grain OR corridor) deal', '(grain OR corridor) AND deal'],
    ['grain | wheat & deal', 'grain OR wheat AND deal'],
    ['“grain deal” -weather', '"grain deal" AND NOT weather'],
    ['NOT (grain OR wheat)', 'NOT (grain OR wheat)'],
    ['NOT NOT grain', 'grain'],
    ['((grain))', 'grain'],
    ['grain AND (wheat AND deal)', 'grain AND wheat AND deal'],
    ['"AND" "grain', '"AND" AND grain'],
    ['and or not', 'and AND or AND not'],
    ['cease-fire F-16', 'cease-fire AND F-16'],
    ['زلزله OR deprem', 'زلزله OR deprem'],
    ['COVID-19 (', 'operator at '],
    ['', 'empty at '],
    ['   ""  ', 'empty at '],
    ['grain AND', 'operator at '],
    ['OR grain', 'operator at OR'],
    ['grain OR OR wheat', 'operator at OR'],
    ['(grain', 'bracket at '],
    ['grain)', 'bracket at )'],
    ['()', 'bracket at )'],
    ['grain ???', 'no-letters at ???'],
    ['('.repeat(40) + 'x' + ')'.repeat(40), 'too-deep at ('],
    ['x'.repeat(LONGEST_EXPRESSION + 1), 'too-long at '],
    ['a '.repeat(MOST_KEYWORDS + 1), 'too-many-terms at '],
  ])('reads %j as %j', (typed, expected) => {
    expect(printed(typed)).toBe(expected)
  })

  it('reads what it prints as the same tree', () => {
    const terms = [
      'grain',
      'AND',
      'OR',
      'NOT',
      'cease-fire',
      'grain deal',
      '-x',
      '(odd',
      'زلزله',
      'and',
      '北京',
    ]
    fc.assert(
      fc.property(anExpression(terms), (expression) => {
        const text = printExpression(expression)
        fc.pre(text.length <= LONGEST_EXPRESSION && termsOf(expression).length <= MOST_KEYWORDS)
        expect(parseExpression(text)).toEqual({ status: 'parsed', expression })
      }),
    )
  })

  it('never throws, and prints what it read so that it can be read again', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .array(fc.constantFrom('(', ')', 'AND', 'OR', 'NOT', '-', '"', 'a', 'b ', ' ', '–c'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseExpression(text)
        const again =
          parsed.status === 'parsed' ? parseExpression(printExpression(parsed.expression)) : parsed
        expect(again).toEqual(parsed)
      }),
    )
  })
})
