import { expect, it } from 'vitest'
import type { ReaderCorrection } from '../../src/records/reader-rule.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { RECEIPT, SENT, aClaim } from '../storage/a-claim.ts'
import { aCorrection } from '../storage/a-correction.ts'
import { HELLO, aDecision } from '../storage/a-decision.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'
import { aTold } from '../storage/a-told.ts'

export function pruningCases(store: () => Store): void {
  const send = async (id: string) => {
    await store().claim(aClaim({ now: NOON + HOUR }))
    await store().settle(id, NOON + HOUR, SENT)
  }
  const prune = async () => {
    let pruned = 0
    for (;;) {
      const some = await store().pruneDecided(NOON)
      if (some === 0) return pruned
      pruned += some
    }
  }

  it('forgets what was decided before a moment, and knows all that was decided since', async () => {
    for (const [outboxId, at] of [
      ['old', NOON - 1],
      ['new', NOON],
    ] as const) {
      await store().decide(aDecision({ outboxId, slot: outboxId, at, told: [aTold(outboxId)] }))
      await send(outboxId)
      await store().decide(aDecision({ slot: `silent ${outboxId}`, at, message: null }))
      await store().keepAnswered('terminal:here', 'first', [{ ...aTold(`${outboxId} answer`), at }])
    }
    expect(await prune()).toBe(3)
    expect((await store().deliveries(0)).map(({ outboxId }) => outboxId)).toEqual(['new'])
    expect((await store().ledgers(['morning'], 0)).get('morning')).toEqual({
      served: new Set(['new', 'silent new']),
      lastAt: NOON,
      toldUntil: NOON,
    })
    expect([...(await store().told('terminal:here')).keys()]).toEqual(['new', 'new answer'])
    expect((await store().toldBySubscription(['morning'], 0)).get('morning')).toMatchObject([
      { outboxId: 'new' },
    ])
  })

  it('decides no slot again that it still knows, and gives a forgotten name again with its message', async () => {
    for (const [outboxId, at] of [
      ['old', NOON - 1],
      ['new', NOON],
    ] as const) {
      await store().decide(aDecision({ outboxId, slot: outboxId, at }))
      await send(outboxId)
    }
    await prune()
    expect(await store().decide(aDecision({ outboxId: 'new', slot: 'new', at: NOON + HOUR }))).toBe(false)
    expect(await store().decide(aDecision({ outboxId: 'old', slot: 'old', at: NOON + HOUR }))).toBe(true)
  })

  it('leaves what waits to be sent, with its slot', async () => {
    await store().decide(aDecision({ outboxId: 'waiting', slot: '1', at: NOON - 1 }))
    await prune()
    expect(await store().decide(aDecision({ outboxId: 'again', slot: '1' }))).toBe(false)
    expect(await store().claim(aClaim())).toMatchObject([{ id: 'waiting', message: HELLO }])
  })

  it('leaves a letter that another message shares', async () => {
    const told = [aTold('s')]
    for (const [outboxId, at] of [
      ['old', NOON - 1],
      ['new', NOON],
    ] as const)
      await store().decide(
        aDecision({ outboxId, slot: outboxId, destination: `terminal:${outboxId}`, at, told }),
      )
    await store().claim(aClaim())
    await store().settle('old', NOON, SENT)
    await prune()
    await store().settle('new', NOON, SENT)
    expect(await store().storyDeliveries('s', ['morning'])).toMatchObject([{ destination: 'terminal:new' }])
    expect(await store().told('terminal:new')).toEqual(new Map([['s', aTold('s')]]))
  })

  it('keeps the receipt of a message while an edit of it waits', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'S' }))
    await store().decide(
      aDecision({ outboxId: 'posted', at: NOON - 1, told: [{ storyId: 'S', articles: ['a@1'] }] }),
    )
    await send('posted')
    await store().correct(aCorrection({ at: NOON + HOUR }))
    await prune()
    const edit = { id: 'posted edit 1', edits: RECEIPT }
    expect(await store().claim(aClaim({ now: NOON + HOUR }))).toMatchObject([edit])
    await store().settle(edit.id, NOON + HOUR, SENT)
    expect(await prune()).toBeGreaterThan(0)
  })

  it('keeps a story muted that goes on, whatever it was called then', async () => {
    await store().keepRead(aRead([anArticle({ seenAt: NOON - 2 })], {}, { storyId: 'over' }))
    await store().keepRead(
      aRead([anArticle({ seenAt: NOON })], {}, { storyId: 'on', mergedStoryIds: ['was'] }),
    )
    for (const storyId of ['over', 'was']) await store().muteStory('terminal:here', storyId, NOON - 1)
    expect(await prune()).toBe(1)
    expect(await store().muted()).toEqual(new Map([['terminal:here', new Set(['on'])]]))
  })

  it('keeps what readers corrected of a story that goes on, and of no story', async () => {
    await store().keepRead(aRead([anArticle({ seenAt: NOON - 2 })], {}, { storyId: 'over' }))
    await store().keepRead(aRead([anArticle({ seenAt: NOON })], {}, { storyId: 'on' }))
    const by = { person: 'slack:T1/ada', name: 'Ada' }
    const correct = (id: string, correction: ReaderCorrection) =>
      store().addReaderRule(
        { id, workspace: 'slack:T1', correction, about: [], state: 'standing', by, at: NOON - 1 },
        10,
      )
    for (const story of ['over', 'on'])
      await correct(story, { kind: 'not-about', story, what: 'country', id: 'SY' })
    await correct('name', { kind: 'wrong-name', name: 'Van Province' })
    expect(await prune()).toBe(1)
    expect((await store().readerRules()).map(({ id }) => id)).toEqual(['on', 'name'])
  })

  it('forgets any number of them, while others are decided and sent', async () => {
    const old = Array.from({ length: 250 }, (_, i) =>
      aDecision({ outboxId: `old ${i}`, slot: `old ${i}`, at: NOON - 1, destination: `terminal:${i}` }),
    )
    await store().decideAll(old)
    await store().decideAll(
      Array.from({ length: 700 }, (_, i) => aDecision({ slot: `silent ${i}`, at: NOON - 1, message: null })),
    )
    await store().claim(aClaim({ limit: 1_000 }))
    await Promise.all(old.map(({ outboxId }) => store().settle(outboxId, NOON, SENT)))
    const pruning = prune()
    for (let i = 0; i < 20; i++)
      expect(await store().decide(aDecision({ outboxId: `new ${i}`, slot: `new ${i}` }))).toBe(true)
    expect(await pruning).toBe(950)
    expect(await store().deliveries(0)).toHaveLength(20)
  })
}
