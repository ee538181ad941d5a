import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { messageKey } from '../../src/delivery/message-key.ts'
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

  it('leaves a new file empty where a migration fails, and an older one as the last that went well made it', () => {
    const fresh = new DatabaseSync(':memory:')
    expect(() => migrate(fresh, 'file', [...MIGRATIONS, 'no SQL'])).toThrow('syntax error')
    expect([versionOf(fresh), schemaOf(fresh)]).toEqual([0, schemaOf(new DatabaseSync(':memory:'))])
    const older = new DatabaseSync(':memory:')
    migrate(older, 'file', MIGRATIONS.slice(0, 3))
    expect(() => migrate(older, 'file', [...MIGRATIONS, 'no SQL'])).toThrow('syntax error')
    expect(versionOf(older)).toBe(MIGRATIONS.length)
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

  it('takes what an older version had under way for perhaps arrived, and goes on behind what its adapter had noted', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 11))
    database.exec("insert into letter (row, hash, message) values (1, 'h', '{}')")
    for (const [id, state, doubtfulSince] of [
      ['leased', 'sending', 'null'],
      ['lost', 'pending', '5'],
      ['waiting', 'pending', 'null'],
      ['begun', 'pending', '5'],
      ['ended', 'sent', 'null'],
    ] as const)
      database.exec(`
        insert into outbox (id, subscription, destination, slot, letter, state, created_at, due_at, tried_at, doubtful_since)
          values ('${id}', 's', 'slack:T1/C1', '${id}', 1, '${state}', 1, 1, 7, ${doubtfulSince})`)
    database
      .prepare("insert into platform_text values ('slack', 'unfinished', ?, ?)")
      .run(`T1/${messageKey('begun')}`, JSON.stringify([{ ts: '1.1', channel: 'C1' }]))
    migrate(database, 'file')
    const rows = database.prepare('select id, parts, doubtful_since from outbox order by row').all()
    expect(
      rows.map(({ id, parts, doubtful_since }) => [id, parts && JSON.parse(String(parts)), doubtful_since]),
    ).toEqual([
      ['leased', [{ number: 0, state: 'doubtful', since: 7, tells: [] }], 7],
      ['lost', [{ number: 0, state: 'doubtful', since: 5, tells: [] }], 5],
      ['waiting', null, null],
      ['begun', [{ number: 0, state: 'arrived', id: 'C1/1.1', tells: [] }], null],
      ['ended', null, null],
    ])
    expect(database.prepare('select id from platform_text').all()).toEqual([])
  })

  it('lets subscriptions follow the quiet hours of their place that were copied into them', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 12))
    const night = { from: '22:00', to: '07:00' }
    const prefer = database.prepare('insert into preference (of, body) values (?, ?)')
    prefer.run('slack:T1/C1', JSON.stringify({ zone: 'Asia/Tokyo', language: null, quiet: night }))
    prefer.run(
      'slack:T1/U1',
      JSON.stringify({ zone: null, language: null, quiet: { ...night, zone: 'UTC' } }),
    )
    const make = database.prepare(
      "insert into subscription (id, destination, owner, state, created_at, body) values (?, ?, ?, 'active', 7, ?)",
    )
    for (const [id, to, quiet] of [
      ['copied', 'slack:T1/C1', { ...night, zone: 'Asia/Tokyo' }],
      ['mine', 'slack:@T1/U1', night],
      ['own', 'slack:T1/C1', { from: '01:00', to: '02:00' }],
      ['by-another-clock', 'slack:T1/C1', { ...night, zone: 'Europe/Paris' }],
      ['none', 'slack:T1/C1', null],
      ['elsewhere', 'slack:T1/C2', night],
    ] as const)
      make.run(
        id,
        to,
        'slack:T1/U1',
        JSON.stringify({ id, to, owner: 'slack:T1/U1', zone: 'UTC', quiet, at: [] }),
      )
    migrate(database, 'file')
    const rows = database.prepare("select id, body ->> 'quiet' as quiet from subscription order by id").all()
    expect(rows.filter(({ quiet }) => quiet === null).map(({ id }) => id)).toEqual(['copied', 'mine', 'none'])
    expect(database.prepare("select body from subscription where id = 'copied'").get()?.['body']).toBe(
      '{"id":"copied","to":"slack:T1/C1","owner":"slack:T1/U1","zone":"UTC","quiet":null,"at":[]}',
    )
  })

  it('takes out of kept messages what a model once wrote', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 11))
    const own = { by: 'outlet', text: 'It burned.', outlet: 0, articleId: 'a', version: 1, start: 0, end: 10 }
    const written = { by: 'model', text: 'A fire.', cites: [{ outlet: 0, articleId: 'a', version: 1 }] }
    const put = database.prepare('insert into letter (hash, message) values (?, ?)')
    put.run('mixed', messageOf([own, written]))
    put.run('own', messageOf([own]))
    migrate(database, 'file')
    const kept = database.prepare('select message from letter order by row').all()
    expect(kept).toEqual([{ message: messageOf([own]) }, { message: messageOf([own]) }])
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

  it('puts each story of an older store into a running story of its own', () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'file', MIGRATIONS.slice(0, 17))
    database.exec("insert into story (row, id, merged_into) values (1, 'squake', null), (2, 'sflood', 1)")
    migrate(database, 'file')
    expect(database.prepare('select id, merged_into, line from story order by row').all()).toEqual([
      { id: 'squake', merged_into: null, line: 'lquake' },
      { id: 'sflood', merged_into: 1, line: 'lflood' },
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

const messageOf = (sentences: readonly unknown[]) =>
  JSON.stringify({ kind: 'briefing', briefing: { sections: [{ stories: [{ id: 's', sentences }] }] } })

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('pragma user_version').get()?.['user_version']
}

function schemaOf(database: DatabaseSync): unknown {
  return database.prepare('select name, sql from sqlite_schema order by name').all()
}
