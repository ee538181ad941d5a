import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { noOwnPostgres } from '../../fakes/a-postgres.ts'
import { type OwnPostgres, postgresUser, startPostgres } from '../../fakes/an-own-postgres.ts'
import { anArticle, aRead } from '../a-read.ts'

const missing = noOwnPostgres ?? (hasOpenssl() ? null : 'no openssl, which makes the certificates')

/** A server with TLS and a self-signed certificate for 127.0.0.1. */
describe.skipIf(missing !== null)(`a PostgreSQL store by TLS (${missing ?? 'here'})`, () => {
  const directory = mkdtempSync('/var/tmp/dragoman-tls-')
  const certificate = makeCertificate(directory)
  let server: OwnPostgres
  let port: string

  const url = (query: string, host = '127.0.0.1'): string =>
    `postgres://dragoman:s3cret@${host}:${port}/postgres?${query}`
  const refusal = (query: string, host?: string): Promise<unknown> =>
    openPostgresStore(url(query, host)).then(
      ({ store }) => store.close(),
      (error: unknown) => error,
    )

  beforeAll(async () => {
    port = await aFreePort()
    server = await startPostgres(join(directory, 'server'), {
      port,
      listen_addresses: '127.0.0.1',
      ssl: 'on',
      ssl_cert_file: certificate,
      ssl_key_file: `${certificate}.key`,
    })
  })
  afterAll(async () => {
    await server.stop('fast')
    rmSync(directory, { recursive: true })
  })

  it('reads and writes where the certificate is named, and the locks and whoever wakes go by TLS too', async () => {
    const { store, shared } = await openPostgresStore(url(`sslmode=verify-full&sslrootcert=${certificate}`), {
      shared: true,
    })
    shared.onWake('unplaced', () => undefined)
    await store.keepRead(aRead([anArticle()]))
    expect(await store.counts()).toMatchObject({ articles: 1 })
    await expect
      .poll(() => server.ask('postgres', UNENCRYPTED))
      .toEqual([{ encrypted: expect.any(Number), open: 0 }])
    await store.close()
  })

  it('refuses a certificate that nobody vouches for, and says where to name it', async () => {
    const error = await refusal('sslmode=verify-full')
    expect(error).toMatchObject({ code: 'untrusted' })
    expect(String(error)).toMatch(
      /127\.0\.0\.1:\d+\/postgres cannot be reached by TLS .*self-signed certificate.*sslrootcert=FILE/u,
    )
    expect(String(error)).not.toContain('s3cret')
  })

  it('refuses the certificate of another name', async () => {
    const error = await refusal(`sslmode=verify-full&sslrootcert=${certificate}`, 'localhost')
    expect(error).toMatchObject({ code: 'untrusted', message: expect.stringContaining('altnames') })
  })

  it('says which file is not there', async () => {
    const error = await refusal('sslmode=verify-full&sslrootcert=/nowhere/root.crt')
    expect(error).toMatchObject({ code: 'bad-address' })
    expect(String(error)).toContain('/nowhere/root.crt')
    expect(String(error)).not.toContain('s3cret')
  })

  it('says so where the server speaks no TLS', async () => {
    // There is no TLS on its socket.
    const error = await refusal(`sslmode=verify-full&sslrootcert=${certificate}&host=${server.directory}`)
    expect(error).toMatchObject({
      code: 'untrusted',
      message: expect.stringContaining('does not support SSL'),
    })
  })
})

/** Counts connections other than this one. */
const UNENCRYPTED = `select count(*) filter (where ssl)::int as encrypted, count(*) filter (where not ssl)::int as open
  from pg_stat_ssl join pg_stat_activity using (pid) where backend_type = 'client backend' and pid <> pg_backend_pid()`

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
}

/** Creates a self-signed certificate; its key is beside it. */
function makeCertificate(directory: string): string {
  const file = join(directory, 'server.crt')
  const key = `${file}.key`
  const kind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'
  const name = '-subj /CN=dragoman -addext subjectAltName=IP:127.0.0.1'
  execFileSync('openssl', [...kind.split(' '), ...name.split(' '), '-keyout', key, '-out', file], {
    stdio: 'ignore',
  })
  const owner = postgresUser()
  if (owner !== null) for (const one of [directory, file, key]) chownSync(one, owner.uid, owner.gid)
  return file
}

async function aFreePort(): Promise<string> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  return String(typeof address === 'object' && address !== null ? address.port : 0)
}
