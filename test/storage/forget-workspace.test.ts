import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { SENT, aClaim } from './a-claim.ts'
import { aCorrection } from './a-correction.ts'
import { aDecision } from './a-decision.ts'
import { NOON, aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

const say = (text: string) => ({ kind: 'notice', level: 'info', text, language: 'en' }) as const

it('leaves in the file no message of a workspace that was forgotten, and all that others share', async () => {
  const file = `${aTemporaryDirectory()}/dragoman.sqlite`
  const store = await openSqliteStore(file)
  await store.keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'S' }))
  const told = [{ storyId: 'S', articles: ['a@1'] }]
  for (const [workspace, words] of [
    ['T1', 'ours alone'],
    ['T1', 'for all'],
    ['T2', 'for all'],
  ] as const) {
    const outboxId = `${workspace} ${words}`
    const destination = `slack:${workspace}/C1`
    await store.decide(
      aDecision({
        outboxId,
        slot: outboxId,
        subscription: workspace,
        destination,
        message: say(words),
        told,
      }),
    )
    await store.claim(aClaim())
    await store.settle(outboxId, NOON, SENT)
  }
  for (const workspace of ['T1', 'T2']) {
    const post = { outboxId: `${workspace} for all`, subscription: workspace }
    const message = say(`corrected for ${workspace}`)
    await store.correct(aCorrection({ ...post, destination: `slack:${workspace}/C1`, message }))
  }

  await store.forgetWorkspace({ platform: 'slack', workspace: 'T1' })
  await store.close()

  const database = new DatabaseSync(file, { readOnly: true })
  const texts = database.prepare(`select message ->> '$.text' as text from letter order by row`).all()
  expect(texts.map(({ text }) => text)).toEqual(['for all', 'corrected for T2'])
  const corrected = database.prepare('select outbox_id from correction').all()
  expect(corrected).toEqual([{ outbox_id: 'T2 for all' }])
  database.close()
})
