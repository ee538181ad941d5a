import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { kyselyOn } from '../../src/storage/sqlite/connection.ts'

describe('kyselyOn', () => {
  it.each([
    ['integer', 5, 5],
    ['integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['real', 0.5, 0.5],
    ['text', 'a\0b', 'a\0b'],
    ['null', null, null],
  ])('keeps %s values as such', async (type, value, kept) => {
    const db = kyselyOn(new DatabaseSync(':memory:'), 'file')
    const { rows } = await sql`select typeof(${value}) as type, ${value} as kept`.execute(db)
    expect(rows).toEqual([{ type, kept }])
  })

  it('refuses what SQLite has no type for, and explains what SQLite refuses', async () => {
    const db = kyselyOn(new DatabaseSync(':memory:'), 'file')
    await expect(sql`select ${new Date()}`.execute(db)).rejects.toThrow('cannot keep a object')
    await expect(sql`select nothing`.execute(db)).rejects.toMatchObject({ code: 'failed' })
  })
})
