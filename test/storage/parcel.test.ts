import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../src/storage/sqlite/parcel.ts'

const cross = async (value: unknown) => unpack(structuredClone(await pack(value)))

describe('pack and unpack', () => {
  it.each([
    ['nothing', undefined],
    ['no article', null],
    ['an empty list', []],
    ['a list of what JSON knows not', [new Set(['a']), new Map([['b', undefined]]), null]],
    ['an empty map', new Map()],
    [
      'a map',
      new Map<string, unknown>([
        ['a', { n: 1 }],
        ['b', new Set([2])],
      ]),
    ],
    [
      'a map of single values',
      new Map([
        ['a', 3],
        ['b', 3],
        ['c', 4],
      ]),
    ],
    ['a page', { hits: [{ snippet: 'storm' }], more: false }],
  ])('carries %s', async (_name, value) => {
    expect(await cross(value)).toEqual(value)
  })

  it('cuts a long list into pieces of bounded size and keeps its order', async () => {
    const list = Array.from({ length: 3_000 }, (_, i) => ({ i, text: 'x'.repeat(i % 500) }))
    const parcel = await pack(list)
    if (parcel.kind !== 'list') throw new Error('expected a list')
    expect(parcel.pieces.length).toBeGreaterThan(10)
    expect(Math.max(...parcel.pieces.map(({ byteLength }) => byteLength))).toBeLessThan(200_000)
    expect(await cross(list)).toEqual(list)
  })

  it('keeps what keys of a map share shared', async () => {
    const told = new Map([['story', { at: 1 }]])
    const crossed = await cross(
      new Map([
        ['here', told],
        ['there', told],
        ['elsewhere', new Map()],
      ]),
    )
    if (!(crossed instanceof Map)) throw new Error('expected a map')
    expect(crossed.get('here')).toEqual(told)
    expect(crossed.get('here')).toBe(crossed.get('there'))
    expect(crossed.get('elsewhere')).not.toBe(crossed.get('here'))
  })
})
