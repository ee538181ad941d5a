import { DatabaseSync, type StatementSync } from 'node:sqlite'
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

  it('prepares a statement once, and lets long ones go when there are a few more', async () => {
    const { statements, count } = counting()
    expect([await count(3), await count(3)]).toEqual([[{ many: 3 }], [{ many: 3 }]])
    expect(statements).toHaveLength(1)
    for (let length = 600; length < 610; length++) await count(length)
    expect(() => statements[1]?.all()).toThrow('finalized')
    expect([await count(3), await count(600)]).toEqual([[{ many: 3 }], [{ many: 600 }]])
    expect(statements).toHaveLength(12)
  })

  it('lets short statements go, too, when there are many', async () => {
    const { statements, count } = counting()
    for (let length = 3; length < 400; length++) await count(length)
    expect(() => statements[0]?.all()).toThrow('finalized')
    expect(await count(3)).toEqual([{ many: 3 }])
  })
})

/**
 * A database that counts the numbers of a list, so that the SQL depends on the list's length, and the
 * statements it prepared.
 */
function counting() {
  const database = new DatabaseSync(':memory:')
  const statements: StatementSync[] = []
  const prepare = database.prepare.bind(database)
  database.prepare = (text) => {
    const statement = prepare(text)
    statements.push(statement)
    return statement
  }
  const db = kyselyOn(database, 'file')
  const count = async (length: number): Promise<unknown> => {
    const numbers = Array.from({ length }, (_, n) => n)
    const { rows } =
      await sql`select count(*) as many from (values (${sql.join(numbers, sql`), (`)}))`.execute(db)
    return rows
  }
  return { statements, count }
}
