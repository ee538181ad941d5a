import { expect, it } from 'vitest'
import { createBot } from '../../src/bot.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aSubscription } from './a-subscription.ts'

const HOUR = 3_600_000
const EIGHT = Date.parse('2026-03-10T05:00:00Z') // in Istanbul
const MORNING = { zone: null, language: null, quiet: { from: '07:00', to: '10:00' } }

it('is silent in the quiet hours of its place, whenever they were set, unless it has its own', async () => {
  const store = await openSqliteStore(':memory:')
  const chat = new RecordingChat()
  let now = EIGHT
  for (const [id, own] of [
    ['placed', {}],
    ['elsewhere', { to: 'terminal:elsewhere' }],
    ['never', { to: 'terminal:here', title: 'Never', quiet: 'off' }],
    ['late', { title: 'Late', quiet: { from: '05:00', to: '12:00' } }],
  ] as const)
    await store.keepSubscription(aSubscription({ id, ...own }))
  const bot = createBot({
    desk: { readDue: () => Promise.reject(new Error('not asked')) },
    store,
    requests: [aSubscription({ id: 'of-the-file', title: 'Of the file' })],
    subscriptions: () => store.subscriptions(),
    settings: { sources: [], regions: [], topics: [] },
    adapters: [chat],
    now: () => now,
    random: () => 0,
  })
  await store.keepPreferences('terminal:here', MORNING)
  const slots = async () => (await store.deliveries(0)).map(({ subscription }) => subscription).toSorted()

  await bot.decide()
  expect(await slots()).toEqual(['elsewhere', 'never'])
  now = EIGHT + 2 * HOUR
  await bot.decide()
  expect(await slots()).toEqual(['elsewhere', 'never', 'of-the-file', 'placed'])
  now = EIGHT + 4 * HOUR
  await bot.decide()
  expect(await slots()).toEqual(['elsewhere', 'late', 'never', 'of-the-file', 'placed'])
  await store.close()
})
