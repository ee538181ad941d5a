import { expect, it } from 'vitest'
import { createDecider } from '../../src/schedule/create-decider.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { tidyStore } from '../../src/storage/tidy-store.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aClaim, SENT } from './a-claim.ts'
import { aRead, anArticle } from './a-read.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FIRST_DAY = Date.parse('2026-03-10T05:00:00Z') // eight in Istanbul
const SETTINGS = { sources: [], regions: [], topics: [] }
const ALERT = { outlets: 2, perHour: 3, cooldownHours: 12 }

const SUBSCRIPTIONS = [
  aSubscription(),
  aSubscription({ id: 'mondays', to: 'terminal:b', days: 'weekly:mon' }),
  aSubscription({ id: 'alert', to: 'terminal:c', kind: 'alert', at: [], alert: ALERT }),
]

/**
 * What goes out in one look, with the stories it tells; those that were let go have fewer reports, so their
 * order may differ.
 */
async function serve(store: Store, now: number): Promise<readonly string[]> {
  // As after a restart: it remembers nothing.
  await createDecider(store, SETTINGS).decide(SUBSCRIPTIONS, now)
  const sent: string[] = []
  for (;;) {
    const rows = await store.claim(aClaim({ now }))
    if (rows.length === 0) return sent.toSorted()
    for (const { id, subscription, message } of rows) {
      await store.settle(id, now, SENT)
      const sections = message.kind === 'briefing' ? message.briefing.sections : []
      const stories = sections.flatMap((section) =>
        section.stories.map((story) => `${story.id} ${story.mark}`),
      )
      sent.push(`${subscription}: ${stories.toSorted().join(', ')}`)
    }
  }
}

/** One story that never ends, one that comes back after a long silence, and one of each day. */
async function publish(store: Store, day: number, now: number): Promise<void> {
  const report = (storyId: string, id: string) =>
    store.keepRead(
      aRead(
        [anArticle({ id, sourceId: id, title: `${id} says so`, publishedAt: now, seenAt: now })],
        { sourceId: id },
        { storyId },
      ),
    )
  await report(`day ${day}`, `d${day} first`)
  await report(`day ${day}`, `d${day} second`)
  if (day % 4 === 0) await report('endless', `endless ${day}`)
  if (day === 1 || day === 120)
    for (const outlet of ['first', 'second']) await report('returning', `returning ${day} ${outlet}`)
}

it(
  'tells the same with a store that is tidied every day as with one that never is',
  { timeout: 120_000 },
  async () => {
    const stores = { kept: await openSqliteStore(':memory:'), tidied: await openSqliteStore(':memory:') }
    let forgotten = 0
    let letGo = 0
    let told = 0
    for (let day = 0; day < 130; day++) {
      const dawn = FIRST_DAY + day * DAY
      for (const store of Object.values(stores)) await publish(store, day, dawn - HOUR)
      for (const now of [dawn, dawn + 7 * HOUR]) {
        const sent = await serve(stores.tidied, now)
        expect(sent).toEqual(await serve(stores.kept, now))
        told += sent.length
      }
      const tidied = await tidyStore(stores.tidied, dawn + 8 * HOUR, { keepDays: 30 })
      forgotten += tidied.decided
      letGo += tidied.articles
    }
    expect(told).toBeGreaterThan(260)
    expect(forgotten).toBeGreaterThan(40)
    expect(letGo).toBeGreaterThan(150)
    for (const store of Object.values(stores)) await store.close()
  },
)
