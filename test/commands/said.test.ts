import { describe, expect, it } from 'vitest'
import type { Saying } from '../../src/records/finding.ts'
import type { Tags } from '../../src/records/article.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR, NOON, toKeep } from '../storage/a-read.ts'

const said = (name: string, claim: string, own: Partial<Saying['speaker']> = {}): Saying => ({
  kind: 'saying',
  start: 0,
  end: claim.length,
  names: [name],
  speaker: { words: name, name, role: null, namedBy: 'name', side: 'official', ...own },
  verb: 'said',
  claim: [claim],
  form: 'indirect',
})

const syria: Partial<Tags> = { countries: [{ code: 'SY', score: 1, focus: true }] }

/** A statement of the minister in two outlets, another one of his, and one by somebody else. */
async function aDayOfStatements() {
  const room = await aNewsroom()
  const keep = (id: string, hours: number, findings: readonly Saying[], tags: Partial<Tags> = {}) =>
    room.store.keepRead({
      ...aRead([]),
      sourceId: `outlet-${id}`,
      articles: [
        {
          ...toKeep(
            anArticle(
              { id, sourceId: `outlet-${id}`, publishedAt: NOON + hours * HOUR, seenAt: NOON + hours * HOUR },
              tags,
            ),
          ),
          findings,
        },
      ],
    })
  await keep(
    'late',
    3,
    [said('Hakan Fidan', 'the talks on the border will go on in Ankara on Monday')],
    syria,
  )
  await keep(
    'early',
    1,
    [said('Hakan Fidan', 'talks on the border will go on in Ankara', { role: 'Foreign Minister' })],
    syria,
  )
  await keep('other', 2, [
    said('Hakan Fidan', 'wheat prices are too high', { words: 'he', namedBy: 'pronoun' }),
  ])
  await keep('else', 2, [said('Lena Hoxha', 'the pier is open')], syria)
  return room
}

const hitsOf = async ({ ask }: Awaited<ReturnType<typeof aNewsroom>>, text: string) => {
  const message = await ask(text)
  return message.kind === 'search'
    ? message.results.hits.map(({ title, snippet, sourceName, moreOutlets }) => [
        title,
        snippet,
        sourceName,
        moreOutlets,
      ])
    : message
}

describe('said', () => {
  it('tells each statement once, under its speaker, with the outlet that had it first', async () => {
    const room = await aDayOfStatements()
    expect(await hitsOf(room, 'said fidan')).toEqual([
      ['Hakan Fidan (he)', 'wheat prices are too high (said)', 'outlet-other', 0],
      ['Hakan Fidan, Foreign Minister', 'talks on the border will go on in Ankara (said)', 'outlet-early', 1],
    ])
  })

  it('keeps to a country, also where it was called a topic, and to a time', async () => {
    const room = await aDayOfStatements()
    expect(await hitsOf(room, 'said who:fidan country:syria')).toHaveLength(1)
    expect(await hitsOf(room, 'said who:fidan topic:syria')).toHaveLength(1)
    expect(await hitsOf(room, 'said who:fidan until:"2026-03-10 16:30"')).toMatchObject([
      [expect.anything(), expect.anything(), 'outlet-early', 0],
    ])
  })

  it('tells what is said in one story, and asks whose words where nothing is named', async () => {
    const room = await aDayOfStatements()
    expect(await hitsOf(room, 'said story:story-of-else')).toMatchObject([
      ['Lena Hoxha', 'the pier is open (said)', 'outlet-else', 0],
    ])
    expect(await room.told('said')).toContain('Whose words?')
  })

  it('says so where nothing of theirs is kept', async () => {
    const { ask } = await aDayOfStatements()
    expect(await ask('said nobody')).toMatchObject({
      results: { hits: [], note: expect.stringContaining('No statement of theirs') },
    })
  })
})
