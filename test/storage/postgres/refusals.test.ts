import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/storage/postgres/connect.ts'
import { explainError } from '../../../src/storage/postgres/explain-error.ts'
import { migrate } from '../../../src/storage/postgres/migrate.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { readAddress } from '../../../src/storage/postgres/server-address.ts'
import { StoreError } from '../../../src/storage/store-error.ts'
import {
  aPostgresDatabase,
  anEmptyPostgres,
  askServer,
  noOwnPostgres,
  noPostgres,
} from '../../fakes/a-postgres.ts'
import { anArticle, aRead } from '../a-read.ts'

const ADDRESS = readAddress('postgres://news:s3cret@db.example:5433/briefings')

async function refusal(url: string, options = {}): Promise<StoreError> {
  const opened = await openPostgresStore(url, options).catch((error: unknown) => error)
  if (!(opened instanceof StoreError)) throw new Error('it opens')
  const { message, stack, cause } = opened
  for (const text of [message, stack, String(cause), JSON.stringify(cause) ?? ''])
    expect(text).not.toContain('s3cret')
  return opened
}

describe('explainError of PostgreSQL', () => {
  it.each([
    ['ECONNREFUSED', 'unavailable'],
    ['57P03', 'unavailable'],
    ['28P01', 'login-refused'],
    ['3D000', 'no-database'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted'],
    ['53100', 'disk-full'],
    ['53300', 'too-many-connections'],
    ['58030', 'disk-error'],
    ['25006', 'read-only'],
    ['XX001', 'corrupt'],
    ['57014', 'busy'],
    ['40P01', 'busy'],
    ['22P02', 'failed'],
  ])('knows %s', (code, fault) => {
    const error = explainError(Object.assign(new Error('no'), { code }), ADDRESS)
    expect(error.code).toBe(fault)
    expect(error.message).toContain('PostgreSQL at db.example:5433/briefings')
    expect(error.message).toMatch(/[.;)]:? [A-Z]/u)
  })
})

describe('openPostgresStore', () => {
  it('says so where no server answers', async () => {
    const error = await refusal('postgres://news:s3cret@127.0.0.1:9/briefings')
    expect(error.code).toBe('unavailable')
    expect(error.message).toMatch(
      /127\.0\.0\.1:9\/briefings does not answer \(.*ECONNREFUSED.*\)\. Start it/u,
    )
  })

  it('shows nothing of an address that cannot be read', async () => {
    const error = await refusal('postgres://news:s3cret@[db/briefings')
    expect(error.code).toBe('bad-address')
    expect(error.message).not.toContain('briefings')
  })
})

describe.skipIf(noPostgres !== null)(`openPostgresStore on a server (${noPostgres ?? 'here'})`, () => {
  it.skipIf(noOwnPostgres !== null)(
    'says so where the password is wrong, and where there are too many connections',
    async () => {
      const url = await aPostgresDatabase()
      await askServer(url, "create role stranger login password 'right'")
      await askServer(url, 'create role latecomer login connection limit 0')
      const wrong = await refusal(url.replace('dragoman@', 'stranger:s3cret@'))
      expect(wrong).toMatchObject({ code: 'login-refused' })
      expect(wrong.message).toContain('password authentication failed')
      expect(await refusal(url.replace('dragoman@', 'latecomer@'))).toMatchObject({
        code: 'too-many-connections',
      })
    },
  )

  it('says so where there is no such database, or nothing in it', async () => {
    const url = await aPostgresDatabase()
    const nowhere = await refusal(url.replace(/dragoman_test_\w+/u, 'nowhere'))
    expect(nowhere).toMatchObject({ code: 'no-database' })
    expect(nowhere.message).toContain("create database NAME encoding 'UTF8'")
    expect(await refusal(url, { readOnly: true })).toMatchObject({ code: 'missing' })
    expect(await refusal(url, { exclusive: true, kept: true })).toMatchObject({ code: 'missing' })
  })

  it("leaves another program's database alone, and one that a newer Dragoman wrote", async () => {
    const url = await aPostgresDatabase()
    await askServer(url, 'create table article (id int)')
    expect(await refusal(url)).toMatchObject({ code: 'not-ours' })
    await askServer(url, 'drop table article')
    await (await openPostgresStore(url)).store.close()
    await askServer(url, 'update dragoman_schema set version = 99')
    expect(await refusal(url)).toMatchObject({ code: 'newer-schema' })
    expect(await refusal(url, { readOnly: true })).toMatchObject({ code: 'newer-schema' })
  })

  it('wants a server and an encoding that it knows', async () => {
    const address = readAddress(await aPostgresDatabase())
    const db = connect(address)
    const pretending = (found: object) =>
      db.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => ({
          ...result,
          rows: result.rows.map((row) => ({ ...row, ...found })),
        }),
      })
    await expect(migrate(pretending({ server: 14 }), address)).rejects.toMatchObject({
      code: 'old-server',
      message: expect.stringContaining('runs PostgreSQL 14. Update it to 15 or newer.'),
    })
    await expect(migrate(pretending({ encoding: 'LATIN1' }), address)).rejects.toMatchObject({
      code: 'no-database',
    })
    await db.destroy()
  })

  it('brings a schema up to date once, however many processes start at the same time', async () => {
    const url = await aPostgresDatabase()
    const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(url)))
    for (const { store } of opened) await store.close()
    expect(await askServer(url, 'select version from dragoman_schema')).toHaveLength(1)
  })

  it('goes on after its connections were cut, and says what is not sure', async () => {
    const url = await anEmptyPostgres()
    const { store } = await openPostgresStore(url, { exclusive: true })
    await store.keepRead(aRead([anArticle()]))
    await askServer(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    )
    expect(await store.counts()).toMatchObject({ articles: 1 })
    await store.keepRead(aRead([anArticle()]))
    expect(await store.counts()).toMatchObject({ articles: 2 })
    const isHeld = () =>
      askServer(
        url,
        `select 1 from pg_locks join pg_database on oid = database where locktype = 'advisory' and datname = current_database()`,
      )
    await expect.poll(isHeld, { timeout: 20_000 }).toHaveLength(1)
    expect(await refusal(url, { exclusive: true })).toMatchObject({ code: 'in-use' })
    await store.close()
    await expect(store.counts()).rejects.toMatchObject({ code: 'closed' })
    await expect(store.muteStory('a', 'b', 1)).rejects.toMatchObject({ code: 'closed' })
  })
})
