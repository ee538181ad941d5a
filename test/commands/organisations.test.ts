import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/records/message.ts'
import { aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'

/**
 * Creates a newsroom with three more reports on armed groups, each with a group's name as its own language
 * writes it.
 */
async function withGroups(): Promise<FakeNewsroom> {
  const newsroom = await aNewsroom()
  const reports = [
    ['parade', 'en', 'Hizbollah holds a parade in Tyre', ['Hezbollah'], 'LB'],
    ['talks', 'ar', 'حزب الله وحماس يبحثان الهدنة', ['Hezbollah', 'Hamas'], 'LB'],
    ['quota', 'ru', 'Страны ОПЕК сократят добычу', ['OPEC'], 'SA'],
  ] as const
  for (const [at, [id, language, title, names, code]] of reports.entries()) {
    const seenAt = NOON + at * HOUR
    const article = anArticle(
      { id, sourceId: 'levant-post', title, text: title, seenAt, publishedAt: seenAt - 60_000 },
      {
        language,
        countries: [{ code, score: 1, focus: true }],
        organisations: names.map((name) => ({ name })),
      },
    )
    await newsroom.store.keepRead(aRead([article], { sourceId: 'levant-post' }, { storyId: `s${id}` }))
  }
  return newsroom
}

/** Returns the ids of an answer's stories, in order. */
function stories(answer: Message): readonly string[] {
  const ids =
    answer.kind === 'briefing'
      ? answer.briefing.sections.flatMap((section) => section.stories.map(({ id }) => id))
      : answer.kind === 'search'
        ? answer.results.hits.flatMap(({ storyId }) => storyId ?? [])
        : [answer.kind]
  return ids.toSorted()
}

describe('news of a group or body', () => {
  it.each([
    ['what is new about Hezbollah', ['sparade', 'stalks']],
    ['any news on hizbullah today?', ['sparade', 'stalks']],
    ['Hizbullah’tan ne haber var', ['sparade', 'stalks']],
    ['ما الجديد عن حزب الله', ['sparade', 'stalks']],
    ['از حزب‌الله چه خبر؟', ['sparade', 'stalks']],
    ['quoi de neuf sur le Hezbollah', ['sparade', 'stalks']],
    ['was gibt es Neues zur Hisbollah', ['sparade', 'stalks']],
    ['что нового о Хезболле', ['sparade', 'stalks']],
    ['qué hay de nuevo sobre Hezbolá', ['sparade', 'stalks']],
    ['news about hamas and opec', ['squota', 'stalks']],
    ['news about hezbollah without hamas', ['sparade']],
    ['Lebanon today without Hamas', ['sparade']],
  ])('is a briefing of all who name it, however they spell it: %s', async (text, expected) => {
    const answer = await (await withGroups()).ask(text)
    expect(answer.kind).toBe('briefing')
    expect(stories(answer)).toEqual(expected)
  })

  it('is looked for where the last day has none', async () => {
    const newsroom = await withGroups()
    newsroom.pass(3 * 24 * HOUR)
    const answer = await newsroom.ask('what is new about Hezbollah')
    expect(answer.kind).toBe('search')
    expect(stories(answer)).toEqual(['sparade', 'stalks'])
  })

  it('is found without those that name another', async () => {
    const { ask } = await withGroups()
    expect(stories(await ask('find articles on Hezbollah without Hamas'))).toEqual(['sparade'])
    expect(stories(await ask('find news about Hezbollah'))).toEqual(['sparade', 'stalks'])
  })

  it('loses what is said to be left out next, and keeps the group', async () => {
    const { ask } = await withGroups()
    await ask('what is new about Hezbollah')
    expect(stories(await ask('without Hamas'))).toEqual(['sparade'])
  })
})

describe('a subscription to a group or body', () => {
  it.each([
    ['subscribe to OPEC daily at 8', 'OPEC'],
    ["OPEC'e her gün 8'de abone ol", 'OPEC'],
    ['اشترك في أوبك يوميا الساعة 8', 'OPEC'],
    ['هر روز ساعت ۸ خبرهای اوپک را بفرست', 'OPEC'],
    ["abonne-moi à l'OPEP tous les jours à 8h", 'OPEC'],
    ['abonniere die OPEC täglich um 8', 'OPEC'],
    ['подпиши меня на ОПЕК каждый день в 8', 'OPEC'],
    ['suscríbeme a la OPEP todos los días a las 8', 'OPEC'],
    ['subscribe to Hamas and Hezbollah daily at 8', 'Hamas OR Hezbollah'],
    ['subscribe to the World Bank without OPEC daily at 8', '"World Bank" AND NOT OPEC'],
  ])('is kept by its name: %s', async (text, expression) => {
    const newsroom = await withGroups()
    const answer = await newsroom.ask(text)
    expect(answer.kind).toBe('subscription')
    expect(await newsroom.store.subscriptions()).toMatchObject([{ expression, days: 'daily', at: ['08:00'] }])
  })

  it.each([
    ['subscribe hezbollah zone:Europe/Berlin', { expression: 'Hezbollah' }],
    ['subscribe syria world bank zone:UTC', { countries: ['SY'], expression: '"World Bank"' }],
  ])('may be typed with options: %s', async (text, expected) => {
    const newsroom = await withGroups()
    await newsroom.ask(text)
    expect(await newsroom.store.subscriptions()).toMatchObject([expected])
  })

  it('says whom it follows, and tells them at once', async () => {
    const { ask } = await withGroups()
    expect(await ask('подпиши меня на Хезболлу каждый день в 8')).toMatchObject({
      subscription: { title: 'Hezbollah', filter: 'containing Hezbollah' },
      first: { sections: [{ stories: [{}, {}] }] },
    })
  })

  it('is meant by any spelling of the name', async () => {
    const newsroom = await withGroups()
    await newsroom.ask('subscribe to Hezbollah daily at 8')
    await newsroom.ask('subscribe to OPEC daily at 8')
    await newsroom.ask('pause the Hizbullah one')
    await newsroom.ask('останови ОПЕК')
    const all = await newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })
    expect(Object.fromEntries(all.map(({ expression, state }) => [expression, state]))).toEqual({
      Hezbollah: 'paused',
      OPEC: 'ended',
    })
  })

  it('gains one, loses one, and refuses one that it did not ask for', async () => {
    const newsroom = await withGroups()
    await newsroom.ask('subscribe to Hezbollah daily at 8')
    const said = async (text: string): Promise<string | undefined> => {
      await newsroom.ask(text)
      newsroom.pass(1_000)
      return (await newsroom.store.subscriptions())[0]?.expression
    }
    expect(await said('add Hamas to it')).toBe('Hezbollah OR Hamas')
    expect(await said('take Hamas out of it')).toBe('Hezbollah')
    expect(await said('take OPEC out of it')).toBe('Hezbollah AND NOT OPEC')
    expect(await said('add Hamas to it')).toBe('Hezbollah AND NOT OPEC OR Hamas')
    expect(await said('remove Hamas')).toBe('Hezbollah AND NOT OPEC')
  })

  it('is not left without anything to follow', async () => {
    const newsroom = await withGroups()
    await newsroom.ask('subscribe to Hezbollah daily at 8')
    expect(await newsroom.ask('take Hezbollah out of it')).toMatchObject({ kind: 'notice' })
    expect(await newsroom.store.subscriptions()).toMatchObject([{ expression: 'Hezbollah' }])
  })
})
