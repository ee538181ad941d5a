import { expect, it } from 'vitest'
import type { ComingEvent, Figure, Saying } from '../../src/records/finding.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aRead, anArticle, HOUR, NOON, toKeep } from '../storage/a-read.ts'

const aSaying = (name: string, claim: string, own: Partial<Saying> = {}): Saying => ({
  kind: 'saying',
  start: 10,
  end: 10 + claim.length,
  names: [name],
  speaker: { words: name, name, role: null, namedBy: 'name', side: 'other' },
  verb: 'said',
  claim: [claim],
  form: 'indirect',
  ...own,
})

/** Keeps findings of two articles in two stories, one of them an hour later. */
async function keepTwo(store: Store): Promise<void> {
  const older = anArticle({ id: 'older' })
  const newer = anArticle({ id: 'newer', publishedAt: NOON + HOUR, seenAt: NOON + HOUR })
  await store.keepRead({
    ...aRead([]),
    articles: [
      {
        ...toKeep(older),
        findings: [aSaying('Hakan Fidan', 'the talks go on'), aSaying('Lena Höxha', 'the pier is open')],
      },
      { ...toKeep(newer), findings: [aSaying('Hakan Fidan', 'the talks are over')] },
    ],
  })
}

const said = { kinds: ['saying'], most: 10 } as const

export function findingCases(store: () => Store): void {
  it('keeps what articles say with where they say it, the newest first', async () => {
    await keepTwo(store())
    const all = await store().findings(said)
    expect(all.map(({ finding }) => finding.kind === 'saying' && finding.claim)).toEqual([
      ['the talks are over'],
      ['the talks go on'],
      ['the pier is open'],
    ])
    expect(all[0]).toMatchObject({
      article: { id: 'newer', storyId: 'story-of-newer', datedAt: NOON + HOUR },
    })
    expect(all[0]?.finding).toEqual(aSaying('Hakan Fidan', 'the talks are over'))
    expect(await store().findings({ ...said, most: 1 })).toHaveLength(1)
  })

  it('finds them by words of a name, by story and by time', async () => {
    await keepTwo(store())
    const ofArticles = async (query: object) =>
      (await store().findings({ ...said, ...query })).map(({ article }) => article.id)
    expect(await ofArticles({ name: 'FIDAN' })).toEqual(['newer', 'older'])
    expect(await ofArticles({ name: 'lena hoxha' })).toEqual(['older'])
    expect(await ofArticles({ name: 'lena fidan' })).toEqual([])
    expect(await ofArticles({ stories: ['story-of-newer'] })).toEqual(['newer'])
    expect(await ofArticles({ from: NOON + HOUR })).toEqual(['newer'])
    expect(await ofArticles({ name: 'fidan', to: NOON + HOUR })).toEqual(['older'])
  })

  it('takes the time of what a finding tells of, where it has one', async () => {
    const findings = [aSaying('Lena Hoxha', 'it opens soon', { at: NOON + 48 * HOUR })]
    await store().keepRead({ ...aRead([]), articles: [{ ...toKeep(anArticle()), findings }] })
    expect(await store().findings({ ...said, from: NOON + 47 * HOUR })).toHaveLength(1)
    expect(await store().findings({ ...said, to: NOON + 47 * HOUR })).toEqual([])
  })

  it('keeps figures and coming events as they were found', async () => {
    const figure: Figure = {
      kind: 'figure',
      start: 0,
      end: 15,
      names: [],
      what: 'killed',
      value: 19,
      low: null,
      high: null,
      qualifier: 'atLeast',
      unit: null,
      words: 'At least 19 people were killed.',
    }
    const coming: ComingEvent = {
      kind: 'coming',
      start: 20,
      end: 28,
      names: [],
      at: NOON + 48 * HOUR,
      when: '2026-03-12',
      whenWords: 'on Thursday',
      words: 'The council will meet on Thursday.',
    }
    await store().keepRead({
      ...aRead([]),
      articles: [{ ...toKeep(anArticle()), findings: [figure, coming] }],
    })
    const kept = await store().findings({ kinds: ['figure', 'coming'], most: 10 })
    expect(kept.map(({ finding }) => finding)).toEqual([coming, figure])
  })

  it('has what the newest version of an article says, and nothing of one that was let go', async () => {
    await keepTwo(store())
    const edited = anArticle({ id: 'older', version: 2 })
    await store().keepRead({
      ...aRead([]),
      articles: [{ ...toKeep(edited), findings: [aSaying('Lena Hoxha', 'the pier is shut')] }],
    })
    const older = await store().findings({ ...said, stories: ['story-of-older'] })
    expect(older.map(({ finding }) => finding.kind === 'saying' && finding.claim)).toEqual([
      ['the pier is shut'],
    ])
    while ((await store().pruneArticles(NOON + HOUR / 2)) > 0);
    expect((await store().findings(said)).map(({ article }) => article.id)).toEqual(['newer'])
    expect(await store().findings({ ...said, name: 'hoxha' })).toEqual([])
  })
}
