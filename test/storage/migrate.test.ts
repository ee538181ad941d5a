import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS, migrate } from '../../src/storage/sqlite/migrate.ts'

describe('migrate', () => {
  it('makes a new file and does nothing the second time', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file')
    expect(versionOf(database)).toBe(MIGRATIONS.length)
    const schema = schemaOf(database)
    migrate(database, 'file')
    expect(schemaOf(database)).toEqual(schema)
  })

  it('brings a store of every older version up to date with what is in it', () => {
    for (let older = 1; older <= MIGRATIONS.length; older++) {
      const database = new DatabaseSync(':memory:')
      migrate(database, 'file', MIGRATIONS.slice(0, older))
      database.exec(
        "insert into source (id, state) values ('kept', '{}'); insert into slot values ('morning', '2026-03-10 08:00', 1)",
      )
      migrate(database, 'file', [...MIGRATIONS, 'alter table slot add column note text'])
      expect(versionOf(database)).toBe(MIGRATIONS.length + 1)
      expect(database.prepare('select id from source').get()).toEqual({ id: 'kept' })
      expect(database.prepare('select slot, note from slot').get()).toEqual({
        slot: '2026-03-10 08:00',
        note: null,
      })
    }
  })

  it('carries what was told and sent into letters', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 1))
    database.exec(`
      insert into outbox (id, subscription, destination, slot, message, state, created_at, due_at, receipt)
        values ('o', 'morning', 'terminal', '2026-03-10 08:00', '{"kind":"help"}', 'sent', 7, 7, '{}');
      insert into told values ('terminal', 'quake', 7, 'o', '["a@1"]')`)
    migrate(database, 'file')
    expect(database.prepare('select * from letter_story').all()).toEqual([
      { letter: 1, story_id: 'quake', articles: '["a@1"]' },
    ])
    expect(
      database
        .prepare('select o.state, o.receipt, l.message from outbox o join letter l on l.row = o.letter')
        .all(),
    ).toEqual([{ state: 'sent', receipt: '{}', message: '{"kind":"help"}' }])
  })

  it('cuts the Turkish words of an older index as those of new articles', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 10))
    database.exec(`
      insert into source (row, id, state) values (3, 'gazete', '{}');
      insert into story (row, id) values (1, 'quake')`)
    for (const [row, language] of ['tr', 'en'].entries()) {
      const tags = JSON.stringify({ language, countries: [{ code: 'IR', focus: true }], topics: [] })
      database.exec(`
        insert into article (row, id, source_id, title, seen_at, changed_at, dated_at, version, content_hash, tags, story)
          values (${row}, 'a${row}', 'gazete', 'Cuma', 7, 7, 7, 2, '', '${tags}', 1);
        insert into article_version values (${row}, 1, 7, 'Cuma', 'Roma'), (${row}, 2, 7, 'Cuma', 'İran');
        insert into article_words (rowid, title, lead, body, facets) values (${row}, 'c', 'ira', '', '¦s3 ¦l${language}')`)
    }
    migrate(database, 'file')
    const find = (words: string) =>
      database.prepare('select rowid as row from article_words(?) order by rowid').all(words)
    expect(find('title : cuma lead : iran facets : "¦s3" "¦ltr" "¦cir"')).toEqual([{ row: 0 }])
    expect(find('ira')).toEqual([{ row: 1 }])
  })

  it('counts what each source fills in an older store', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 11))
    database.exec(`
      insert into source (id, state) values ('gazette', '{}'), ('courier', '{}');
      insert into story (row, id) values (1, 'quake');
      insert into article (row, id, source_id, url, title, seen_at, changed_at, dated_at, version, content_hash, tags, story)
        values (1, 'a', 'gazette', 'https://a.example/', 'İki', 7, 7, 7, 2, '', '{}', 1);
      insert into article_version values (1, 1, 7, 'Bir', 'one'), (1, 2, 7, 'İki', 'two')`)
    migrate(database, 'file')
    expect(database.prepare('select id, bytes, let_go_at from source order by id').all()).toEqual([
      { id: 'courier', bytes: 0, let_go_at: null },
      { id: 'gazette', bytes: 'https://a.example/'.length + 2 + 3 + 3 + 4 + 3, let_go_at: null },
    ])
  })

  it('leaves schema and number as they were when a migration fails halfway', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file')
    const schema = schemaOf(database)
    const broken = [...MIGRATIONS, 'create table half (a text); create table half (a text)']
    expect(() => migrate(database, 'file', broken)).toThrow('already exists')
    expect(versionOf(database)).toBe(MIGRATIONS.length)
    expect(schemaOf(database)).toEqual(schema)
    migrate(database, 'file')
  })
})

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('pragma user_version').get()?.['user_version']
}

function schemaOf(database: DatabaseSync): unknown {
  return database.prepare('select name, sql from sqlite_schema order by name').all()
}
