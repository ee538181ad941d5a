import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openCarrier, type Carrier } from '../../src/queue/open-carrier.ts'
import { aPostgresDatabase, noPostgres } from '../fakes/a-postgres.ts'
import { hurry } from '../hurry.ts'
import { patiently } from '../patiently.ts'

const offered = (carrier: Carrier, ...given: Parameters<Carrier['offer']>): Promise<void> =>
  vi.waitFor(async () => expect(await carrier.offer(...given)).toBe(true), {
    timeout: 30_000,
    interval: 200,
  })

describe.skipIf(noPostgres !== null)(
  `a carrier on a real PostgreSQL (${noPostgres ?? 'here'})`,
  { timeout: 60_000 },
  () => {
    let url: string
    const warned: string[] = []
    beforeEach(async () => {
      url = await aPostgresDatabase()
      // An empty queue is polled once a second.
      hurry(10)
      warned.length = 0
    })

    function open(): Carrier {
      const carrier = openCarrier({ url, log: { warn: (_fields, text) => void warned.push(text) } })
      onTestFinished(() => carrier.stop())
      return carrier
    }

    it('brings each load to one process, and never the same twice at a time', async () => {
      const [one, other] = [open(), open()]
      const done: string[] = []
      const underWay = new Set<string>()
      const work = async (key: string): Promise<void> => {
        expect(underWay.has(key)).toBe(false)
        underWay.add(key)
        await wait(500)
        underWay.delete(key)
        done.push(key)
      }
      one.work('read', 2, work)
      other.work('read', 2, work)
      const loads = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key }))
      await Promise.all([offered(one, 'read', loads), offered(other, 'read', loads)])
      await patiently(() => expect(new Set(done)).toEqual(new Set(['a', 'b', 'c', 'd', 'e'])))
    })

    it('works on urgent loads first', async () => {
      const carrier = open()
      const keys = ['a', 'b', 'alert'].map((key) => ({ key, isUrgent: key === 'alert' }))
      await offered(carrier, 'read', keys)
      const begun: string[] = []
      carrier.work('read', 1, async (key) => void begun.push(key))
      await patiently(() => expect(begun).toHaveLength(3))
      expect(begun[0]).toBe('alert')
    })

    it('works on one load of a group at a time', async () => {
      const carrier = open()
      const loads = ['a', 'b', 'c'].map((key) => ({ key, group: 'host' }))
      await offered(carrier, 'read', loads)
      const done: string[] = []
      let most = 0
      let now = 0
      carrier.work('read', 3, async (key) => {
        most = Math.max(most, (now += 1))
        await wait(1_000)
        now -= 1
        done.push(key)
      })
      await patiently(() => expect(done).toHaveLength(3))
      expect(most).toBe(1)
    })

    it('tries again what failed, later', async () => {
      const carrier = open()
      let tries = 0
      carrier.work('deliver-slack', 1, async () => {
        tries += 1
        if (tries === 1) throw new Error('no store')
      })
      await offered(carrier, 'deliver-slack', [{ key: 'slack:T1/C1' }])
      await patiently(() => expect(tries).toBe(2))
    })

    it('begins again when its connections end under it, and carries what is offered then', async () => {
      const carrier = open()
      const done: string[] = []
      carrier.work('read', 1, async (key) => void done.push(key))
      await offered(carrier, 'read', [{ key: 'before' }])
      await patiently(() => expect(done).toEqual(['before']))

      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dragoman-queue' and datname = current_database()",
      )
      await client.query('drop schema pgboss cascade')
      await client.end()
      await vi.waitFor(
        async () => {
          await carrier.offer('read', [{ key: 'after' }])
          expect(done).toContain('after')
        },
        { timeout: 40_000, interval: 500 },
      )
      expect(warned).toContain('the queue is begun again')
    })
  },
)
