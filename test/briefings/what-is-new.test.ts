import { expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import { correctBriefing } from '../../src/briefings/correct-briefing.ts'
import { readFacts } from '../../src/analysis/read-facts.ts'
import { readText } from '../../src/language/read-text.ts'
import type { BriefedStory, Briefing } from '../../src/records/briefing.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aRead, anArticle, HOUR, toKeep } from '../storage/a-read.ts'

const MORNING = EVENING - 10 * HOUR

const quakeIn = ({ sections }: Briefing): BriefedStory | undefined =>
  sections.flatMap(({ stories }) => stories).find(({ id }) => id === 'squake')

/** Tells a place of an earthquake in the morning and in the evening. */
async function tellTwice() {
  const { store, view } = await aNewsroom()
  const keep = async (id: string, sourceId: string, at: number, title: string, text: string) => {
    const url = `https://${sourceId}.example/${id}`
    const article = anArticle(
      { id, sourceId, url, title, text, publishedAt: at, seenAt: at },
      { countries: [{ code: 'TR', score: 1, focus: true }] },
    )
    const findings = readFacts(readText(`${title}\n${text}`), 'en', { writtenAt: at })
    const kept = { ...toKeep(article, { storyId: 'squake' }), findings }
    await store.keepRead({ ...aRead([], { sourceId }), articles: [kept] })
  }
  const request = aSubscription({ stories: 10 })
  const brief = (from: number, now: number) =>
    composeBriefing(request, { from, now, onlyMoved: true }, store, view.settings)

  await keep(
    'quake-1',
    'levant-post',
    MORNING - HOUR,
    'Earthquake near Van kills 19',
    'Nineteen people were killed in an earthquake near Van.',
  )
  const first = await brief(MORNING - 24 * HOUR, MORNING)
  await store.decideAll([
    {
      outboxId: 'first',
      subscription: request.id,
      destination: request.to,
      slot: 'first',
      at: MORNING,
      message: { kind: 'briefing', briefing: first.briefing },
      told: first.booked,
    },
  ])
  await keep(
    'quake-2',
    'nile-wire',
    EVENING - HOUR,
    'Earthquake near Van kills 23',
    'At least 23 people were killed in the earthquake near Van, the governor said.',
  )
  const second = await brief(MORNING, EVENING)
  return { first: quakeIn(first.briefing), second: quakeIn(second.briefing), briefing: second.briefing }
}

it('says of an updated story what is new since this place was told of it, and of a new one nothing', async () => {
  const { first, second } = await tellTwice()
  expect(first?.mark).toBe('new')
  expect(first).not.toHaveProperty('developments')
  expect(second).toMatchObject({
    mark: 'updated',
    developments: [{ kind: 'figure', what: 'killed', before: { value: 19 }, now: { value: 23 } }],
  })
})

it('takes back what was new once its outlet has the words no longer', async () => {
  const { second, briefing } = await tellTwice()
  const [development] = second?.developments ?? []
  const text = 'At least 23 people were killed in the earthquake near Van, the governor said.'
  const versions = [
    { version: 1, seenAt: EVENING - HOUR, title: 'Earthquake near Van kills 23', text },
    {
      version: 2,
      seenAt: EVENING,
      title: 'Earthquake near Van kills 21',
      text: text.replace('23', '21'),
    },
  ]
  const corrected = correctBriefing(briefing, { articleId: 'quake-2', sourceId: 'nile-wire', versions })
  expect(development).toMatchObject({ kind: 'figure', articleId: 'quake-2' })
  expect(quakeIn(corrected)).toMatchObject({ developments: [], headline: 'Earthquake near Van kills 21' })
})
