import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  findRow,
  indexTable,
  LAST_FLAG,
  packTable,
  startOf,
  unpackTable,
  WHOLE,
} from '../../../src/language/bridge/bridge-file.ts'
import { hashWord } from '../../../src/language/terms.ts'

it('finds what was packed, and nothing else', () => {
  const anyRow = fc.record({
    stems: fc.array(fc.tuple(fc.nat(65_535), fc.double({ min: 0.05, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 4,
    }),
    occurrences: fc.nat(1000),
  })
  const anyKey = fc.stringMatching(/^[a-zä中あж]{1,8}$/u)
  fc.assert(
    fc.property(
      fc.dictionary(anyKey, anyRow, { minKeys: 1, maxKeys: 200 }),
      fc.array(anyKey),
      (made, others) => {
        const rows = new Map(Object.entries(made))
        const written = unpackTable(packTable(rows, 0.75))
        expect(written.likeness).toBe(0.75)
        expect(written.keys.split('\n')).toEqual([...rows.keys()].sort())
        const table = indexTable(written)
        for (const [key, { stems }] of rows) {
          const row = findRow(table, hashWord(key))
          expect(row).toBeGreaterThanOrEqual(0)
          const start = startOf(table, row)
          for (const [i, [stem, weight]] of stems.entries()) {
            expect(table.stems[start + i]).toBe(stem)
            const packed = table.weights[start + i] ?? 0
            expect(Math.abs((packed & ~LAST_FLAG) / WHOLE - weight)).toBeLessThan(0.02)
            expect((packed & LAST_FLAG) !== 0).toBe(i === stems.length - 1)
          }
        }
        const strangers = others.filter((key) => !rows.has(key))
        expect(strangers.filter((key) => findRow(table, hashWord(key)) >= 0)).toEqual([])
      },
    ),
  )
})
