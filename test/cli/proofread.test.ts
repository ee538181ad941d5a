import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { anOutlet, aStory } from '../fakes/briefed-story.ts'
import { aBriefing } from '../fakes/briefings.ts'
import { aDecision } from '../storage/a-decision.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'
import { runDragoman } from './run-dragoman.ts'

/** A briefing of one story. */
const told = (at: number, headline: string, own: Parameters<typeof aStory>[0] = {}) =>
  aDecision({
    outboxId: `o${at}`,
    slot: String(at),
    at,
    message: {
      kind: 'briefing',
      briefing: aBriefing({
        from: at - 3 * HOUR,
        to: at,
        sections: [
          { region: 'r', name: 'North', leftOut: 0, stories: [aStory({ id: 'dam', headline, ...own })] },
        ],
      }),
    },
  })

describe('dragoman proofread', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-proofread-'))
  afterAll(() => rmSync(home, { recursive: true }))

  /** Two briefings at one place: a dam, then its sequel and a strike. */
  beforeAll(async () => {
    const store = await openSqliteStore(join(home, 'dragoman.sqlite'))
    const reports: readonly (readonly [string, Parameters<typeof anArticle>[0]])[] = [
      ['dam', { id: 'a1', sourceId: 'atlas', title: 'A dam bursts in the north', seenAt: NOON }],
      ['dam', { id: 'a2', sourceId: 'gazette', title: 'Army reaches the valley', seenAt: NOON + 2 * HOUR }],
      ['strike', { id: 'a3', sourceId: 'atlas', title: 'Dockers walk out', seenAt: NOON + 2 * HOUR }],
    ]
    for (const [storyId, article] of reports)
      await store.keepRead(aRead([anArticle(article)], {}, { storyId }))
    await store.decide(told(NOON + HOUR, 'A dam bursts in the north'))
    await store.decide(told(NOON + 3 * HOUR, 'Army reaches the valley'))
    await store.close()
  })

  it('prints each story with its reports, what was told before and what was left out', async () => {
    const { code, out } = await runDragoman(['proofread', home])
    expect(code).toBe(0)
    const [, second = ''] = out.split('#2  ')
    expect(second).toContain('Army reaches the valley')
    expect(second).toMatch(/told .*A dam bursts in the north/u)
    expect(second).toMatch(/ \+ gazette .*Army reaches the valley/u)
    expect(second).toMatch(/left out: 1 independent {2}Dockers walk out/u)
    expect(second).toContain('marks:')
  })

  it('does not call left out what was named beside another story of the affair', async () => {
    const folder = join(home, 'affair')
    mkdirSync(folder)
    const store = await openSqliteStore(join(folder, 'dragoman.sqlite'))
    for (const [storyId, storylineId, title] of [
      ['dam', 'flood', 'A dam bursts in the north'],
      ['quits', 'flood', 'Minister quits over the dam'],
      ['strike', 'lstrike', 'Dockers walk out'],
    ] as const)
      await store.keepRead(aRead([anArticle({ id: storyId, title })], {}, { storyId, storylineId }))
    const alsoRunning = { stories: [], more: 1 }
    await store.decide(told(NOON + HOUR, 'A dam bursts in the north', { alsoRunning }))
    await store.close()
    const { out } = await runDragoman(['proofread', folder])
    expect(out).toContain('left out: 1 independent  Dockers walk out')
    expect(out).not.toContain('Minister quits')
  })

  it('does not call left out what was told at this place before', async () => {
    const folder = join(home, 'again')
    mkdirSync(folder)
    const store = await openSqliteStore(join(folder, 'dragoman.sqlite'))
    for (const [storyId, title, seenAt] of [
      ['dam', 'A dam bursts in the north', NOON],
      ['strike', 'Dockers walk out', NOON + 2 * HOUR],
    ] as const)
      await store.keepRead(aRead([anArticle({ id: storyId, title, seenAt })], {}, { storyId }))
    await store.decide(told(NOON + HOUR, 'A dam bursts in the north'))
    await store.decide(told(NOON + 2.5 * HOUR, 'Dockers walk out', { id: 'strike' }))
    await store.close()
    const { out } = await runDragoman(['proofread', folder])
    expect(out).toContain('#2  ')
    expect(out).not.toContain('left out: 1')
  })

  it('shows what was told with a report that has left its story since', async () => {
    const folder = join(home, 'moved')
    mkdirSync(folder)
    const store = await openSqliteStore(join(folder, 'dragoman.sqlite'))
    const url = 'https://atlas.example/valley'
    for (const [storyId, article] of [
      ['dam', { id: 'a1', title: 'A dam bursts in the north' }],
      ['valley', { id: 'a2', title: 'Army reaches the valley', url }],
    ] as const)
      await store.keepRead(aRead([anArticle(article)], {}, { storyId }))
    await store.decide(told(NOON + HOUR, 'A dam bursts in the north', { outlets: [anOutlet({ url })] }))
    await store.decide(told(NOON + 3 * HOUR, 'Army reaches the valley', { id: 'valley' }))
    await store.close()
    const { out } = await runDragoman(['proofread', folder])
    expect(out.split('#2  ')[1]).toMatch(/told .*A dam bursts in the north/u)
  })

  it('knows what was told under the id of a story that was merged into this one', async () => {
    const folder = join(home, 'merged')
    mkdirSync(folder)
    const store = await openSqliteStore(join(folder, 'dragoman.sqlite'))
    await store.keepRead(aRead([anArticle({ id: 'a1', title: 'A dam bursts' })], {}, { storyId: 'dam' }))
    await store.keepRead(
      aRead(
        [anArticle({ id: 'a2', seenAt: NOON + 2 * HOUR })],
        {},
        { storyId: 'flood', mergedStoryIds: ['dam'] },
      ),
    )
    await store.decide(told(NOON + HOUR, 'A dam bursts in the north'))
    await store.decide(told(NOON + 3 * HOUR, 'Army reaches the valley', { id: 'flood' }))
    await store.close()
    const { out } = await runDragoman(['proofread', folder])
    expect(out.split('#2  ')[1]).toMatch(/told .*A dam bursts in the north/u)
  })

  it('draws the same stories for the same seed', async () => {
    const draws = await Promise.all(
      ['x', 'x'].map((seed) => runDragoman(['proofread', home, '--stories', '1', '--seed', seed])),
    )
    expect(draws[0]?.out).toContain('#1  ')
    expect(draws[0]?.out).not.toContain('#2  ')
    expect(draws[1]).toEqual(draws[0])
  })

  it('says so where nothing was told', async () => {
    const { code, err } = await runDragoman(['proofread', home, '--until', '2001-01-01T00:00:00Z'])
    expect(err).toContain('told a story in that time')
    expect(code).toBe(1)
  })
})
