import { describe, expect, it } from 'vitest'
import { inGroups, inRows } from '../../src/chat/in-groups.ts'

const within = (most: number) => (words: readonly string[]) => words.join('').length <= most

describe('inGroups', () => {
  it('keeps the order, in as few groups as hold all', () => {
    expect(inGroups(['ab', 'c', 'def', 'g'], within(3))).toEqual([['ab', 'c'], ['def'], ['g']])
  })

  it('gives what is too large a group of its own', () => {
    expect(inGroups(['a', 'bcdef', 'g'], within(3))).toEqual([['a'], ['bcdef'], ['g']])
  })

  it('makes no group of nothing', () => {
    expect(inGroups([], () => true)).toEqual([])
  })
})

it('fills rows of a size', () => {
  expect(inRows([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
})
