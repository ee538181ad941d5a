import { describe, expect, it } from 'vitest'
import type { Commands } from '../../src/chat/commands.ts'
import { tellSearch } from '../../src/chat/wording/search.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import { anAsker } from '../fakes/asker.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'

/** Commands of a newsroom that always finds more. */
async function findingMore(): Promise<Commands> {
  const { view, store } = await aNewsroom()
  const { hits } = await store.search({ words: 'lorries', order: 'newest', limit: 1, offset: 0 })
  return allCommands({
    ...view,
    search: ({ limit, offset }) =>
      Promise.resolve({
        hits: Array.from({ length: limit }, (_, index) =>
          hits.map((hit) => ({ ...hit, article: { ...hit.article, storyId: `s${offset + index}` } })),
        ).flat(),
        more: true,
      }),
  })
}

describe('search', () => {
  it('finds articles and leads to the next page', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search lorries')).toMatchObject({
      kind: 'search',
      results: { query: 'lorries', hits: [{ articleId: 'bridge-1', storyId: 'sbridge' }], more: false },
      actions: [],
    })
    expect(await ask('search country:syria language:tr')).toMatchObject({
      results: { query: 'Syria; and in Turkish', hits: [{ articleId: 'bridge-2' }] },
    })
    expect(await ask('search until:11:30 köprü')).toMatchObject({ results: { hits: [] } })
  })

  it('finds what says it in another language, and marks that', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search baraj')).toMatchObject({
      results: { hits: [{ storyId: 'sdam', translated: true }] },
    })
    expect(await ask('search dam')).toMatchObject({
      results: { hits: [{ storyId: 'sdam', translated: false }] },
    })
    expect(await ask('search "baraj"')).toMatchObject({ results: { hits: [] } })
  })

  it.each([
    ['lorries AND raqqa', ['sbridge']],
    ['lorries AND köprü', []],
    ['lorries OR dam', ['sdam', 'sbridge']],
    ['(lorries OR dam) NOT sudan', ['sbridge']],
    ['work AND ("Merowe dam" OR euphrates) NOT lorries', ['sdam']],
    ['NOT (lorries OR köprü)', ['sdam', 'sstrike']],
    ['river -"this spring"', []],
    ['work -"this spring"', ['sbridge']],
    ['bridge -"this spring"', ['sbridge']],
    ['“lorries or dam”', []],
  ])('reads AND, OR, NOT and brackets as keywords of a subscription: %s', async (words, stories) => {
    const { ask } = await aNewsroom()
    const message = await ask(`search ${words}`)
    if (message.kind !== 'search') throw new Error(JSON.stringify(message))
    expect(message.results.hits.map(({ storyId }) => storyId)).toEqual(stories)
  })

  it.each([
    ['lorries AND', 'end with AND, OR or NOT'],
    ['lorries AND (raqqa', 'A bracket in the keywords is missing'],
    ['OR lorries', 'A word is missing before “OR”'],
    ['lorries AND !!!', 'has no letters or digits'],
  ])('says what is wrong with an expression: %s', async (words, text) => {
    const { told } = await aNewsroom()
    expect(await told(`search ${words}`)).toContain(text)
  })

  it('takes brackets and lines without an operator for what they are: signs in a headline', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search bridge (raqqa | lorries')).toMatchObject({
      results: { hits: [{ storyId: 'sbridge' }] },
    })
  })

  it.each([
    ['search bridge page:2', 'There is no page 2: all results are on the pages before.'],
    [
      'search raqqa and (lorries or vans)',
      'Nothing found. AND, OR and NOT are written in capitals: search raqqa AND (lorries OR vans)',
    ],
    ['search raqqa and (lorries or vans', 'A bracket in the keywords is missing its partner'],
    ['search nothing "like or that"', 'Nothing found. Try fewer or other words'],
    [
      'search https://levant-post.example/other',
      '“why https://levant-post.example/other” explains what happened to an article',
    ],
  ])('says why nothing stands there: %s', async (typed, text) => {
    const { ask } = await aNewsroom()
    const message = await ask(typed)
    if (message.kind !== 'search') throw new Error(JSON.stringify(message))
    expect(tellSearch(message.results, String, 'en').after[0]?.[0]?.text).toContain(text)
  })

  it('takes a time counted back from now, at the end, for when, and says so', async () => {
    const { ask } = await aNewsroom()
    const since = { results: { query: 'lorries · since Mar 9, 2026, 00:00', hits: [{ storyId: 'sbridge' }] } }
    expect(await ask('search lorries yesterday')).toMatchObject(since)
    expect(await ask('search friday')).toMatchObject({ results: { query: 'friday' } })
    expect(await ask('search yesterday')).toMatchObject({ results: { query: 'yesterday' } })
    expect(await ask('search yesterday lorries')).toMatchObject({ results: { query: 'yesterday lorries' } })
  })

  it('says where it looks no further, and leads to no empty page', async () => {
    const { view, store } = await aNewsroom()
    const commands = allCommands({
      ...view,
      // Every report belongs to the same story.
      search: async (wish) => ({ ...(await store.search({ ...wish, offset: 0 })), more: true }),
    })
    const message = await commands.answer(commands.read('search country:syria'), anAsker())
    if (message.kind !== 'search') throw new Error(JSON.stringify(message))
    expect(message).toMatchObject({ results: { hits: [{ storyId: 'sbridge' }], more: false }, actions: [] })
    expect(tellSearch(message.results, String, 'en').after[0]?.[0]?.text).toContain(
      'only 800 reports are searched',
    )
  })

  it('finds a headline with a colon', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search Raqqa: bridge opens to lorries')).toMatchObject({
      results: { query: 'Raqqa: bridge opens to lorries', hits: [{ storyId: 'sbridge' }] },
    })
  })

  it.each([
    'search dam until today',
    'search dam until 2026-03-10',
    'search dam since:2026-03-10 until:2026-03-10',
    'search dam since 2026-03-10 16:30',
  ])('takes the day that is named with it: %s', async (typed) => {
    const { ask } = await aNewsroom()
    expect(await ask(typed)).toMatchObject({ results: { hits: [{ storyId: 'sdam' }] } })
  })

  it('shows each story once, and who else tells it, also those who use other words', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search country:syria')).toMatchObject({
      results: { hits: [{ storyId: 'sbridge', moreOutlets: 1 }], more: false },
    })
    expect(await ask('search lorries')).toMatchObject({ results: { hits: [{ moreOutlets: 1 }] } })
  })

  it('gives a page of stories however many copies stand between them, in the place of a copy what it copies', async () => {
    const { ask, store } = await aNewsroom()
    for (let story = 0; story < 12; story++)
      for (let outlet = 0; outlet < 6; outlet++) {
        const seenAt = EVENING - (12 - story) * 60_000 + outlet * 1_000
        const article = anArticle({
          id: `quake-${story}-${outlet}`,
          sourceId: `outlet-${outlet}`,
          title: `Quake number ${story}`,
          seenAt,
          publishedAt: seenAt,
        })
        const copyOf = outlet === 0 ? null : `quake-${story}-0`
        const placement = { storyId: `squake${story}`, copyOf }
        await store.keepRead(aRead([article], { sourceId: `outlet-${outlet}` }, placement))
      }
    const shown = async (text: string) => {
      const message = await ask(text)
      if (message.kind !== 'search') throw new Error(message.kind)
      return {
        hits: message.results.hits.map(({ articleId, moreOutlets }) => `${articleId} +${moreOutlets}`),
        more: message.results.more,
      }
    }
    expect(await shown('search quake')).toEqual({
      hits: [11, 10, 9, 8, 7, 6, 5, 4].map((story) => `quake-${story}-0 +5`),
      more: true,
    })
    expect(await shown('search quake page:2')).toEqual({
      hits: [3, 2, 1, 0].map((story) => `quake-${story}-0 +5`),
      more: false,
    })
  })

  it.each(['newest', 'relevance'])(
    'goes on where the page before ended, whatever came in meanwhile, ordered by %s',
    async (order) => {
      const { ask, store, pass } = await aNewsroom()
      const keep = async (id: string, publishedAt: number, seenAt: number): Promise<void> => {
        const article = anArticle({ id, title: `Quake ${id}`, publishedAt, seenAt })
        await store.keepRead(aRead([article], {}, { storyId: `s${id}` }))
      }
      for (let nth = 0; nth < 20; nth++) await keep(`old${nth}`, EVENING - nth * 60_000, EVENING - 1_000)
      const page = async (text: string) => {
        const message = await ask(text)
        if (message.kind !== 'search') throw new Error(message.kind)
        return {
          ids: message.results.hits.map(({ articleId }) => articleId),
          next: message.actions?.[0]?.command ?? '',
        }
      }
      const first = await page(`search quake order:${order}`)
      pass(60_000)
      await keep('new', EVENING + 30_000, EVENING + 30_000)
      await keep('late', EVENING - 90_000, EVENING + 30_000)
      const second = await page(first.next)
      pass(60_000)
      const third = await page(second.next)
      expect(third.next).toBe('')
      expect([...first.ids, ...second.ids, ...third.ids].sort()).toEqual(
        Array.from({ length: 20 }, (_, nth) => `old${nth}`).sort(),
      )
      expect((await page(`search quake order:${order}`)).ids).toContain('new')
    },
  )

  it('asks for the next page without the moment where a button has no room for both', async () => {
    const commands = await findingMore()
    const pressable = async (length: number) => {
      const asked = commands.read(`search lorries -${'x'.repeat(length - 'search lorries - page:2'.length)}`)
      return (await commands.answer(asked, anAsker())).actions?.map(({ command }) => command.slice(-8))
    }
    expect(await pressable(76)).toEqual([expect.stringMatching(/^2@.{6}$/u)])
    expect(await pressable(77)).toEqual([expect.stringMatching(/x page:2$/u)])
    expect(await pressable(83)).toEqual([expect.stringMatching(/x page:2$/u)])
    expect(await pressable(84)).toEqual([])
  })

  it.each(['page:2@', 'page:0@tbqk5o', 'page:2@no-time', 'page:2@2@2'])('has no page %s', async (typed) => {
    const { told } = await aNewsroom()
    expect(await told(`search quake ${typed}`)).toContain('“page” cannot be')
  })

  it('puts the whole question on the button for more', async () => {
    const commands = await findingMore()
    const answer = await commands.answer(
      commands.read('search "opened to" country:sy since:3d order:relevance'),
      anAsker(),
    )
    expect(answer.actions).toEqual([
      {
        label: 'action.more',
        command: `search "opened to" country:SY since:2026-03-07T15:00Z order:relevance page:2@${(EVENING / 1000 + 1).toString(36)}`,
      },
    ])
    const again = commands.read(answer.actions?.[0]?.command ?? '')
    expect(await commands.answer(again, anAsker())).toMatchObject({
      kind: 'search',
      actions: [{ command: expect.stringContaining('page:3') }],
    })
  })
})
