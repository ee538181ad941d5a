import { describe, expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { BriefingArchive } from '../../src/briefings/composition.ts'
import { addsNothingTo } from '../../src/briefings/adds-nothing.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { anArticle, HOUR } from '../storage/a-read.ts'

const report = (title: string, text: string, language = 'en') => ({
  ...anArticle({ title, text }, { language }),
  storyId: 's',
  storylineId: 'l',
  copyOf: null,
  agency: null,
})

const DAM = [
  report('Dam bursts above Vik', 'The dam above the town of Vik burst on Monday after a night of rain.'),
  report('Nine streets of Vik under water', 'Families were led out of nine streets after the dam burst.'),
]

describe('tellsNothingBeside', () => {
  it('knows the same event by its words, whichever report of the other story has them', () => {
    const again = report(
      'Streets of Vik flooded as dam bursts',
      'Nine streets are under water in Vik after a night of rain.',
    )
    expect(addsNothingTo(again, DAM)).toBe(true)
  })

  it.each([
    [
      'another headline',
      'Engineers arrested over dam of Vik',
      'The dam above the town of Vik burst on Monday.',
    ],
    [
      'another opening',
      'Dam above Vik bursts',
      'The king has sent soldiers with boats and tents to all valleys of the north.',
    ],
  ])('lets a story with %s stand beside it', (_, title, text) => {
    expect(addsNothingTo(report(title, text), DAM)).toBe(false)
  })

  it('compares reports of one language', () => {
    expect(addsNothingTo(report('Dam bursts above Vik', ''), [])).toBe(false)
    const polish = DAM.map(({ title, text }) => report(title, text, 'pl'))
    expect(addsNothingTo(report('Dam bursts above Vik', ''), polish)).toBe(false)
  })
})

it('tells an event once, though some of its reports stand in a small story of their own', async () => {
  const { view } = await aNewsroom()
  const heads = await view.archive.storyHeads({ from: EVENING - 24 * HOUR, to: EVENING })
  const like = heads.find(({ reports }) => reports.length > 1)
  const [report] = like?.reports ?? []
  if (like === undefined || report === undefined) throw new Error('no story')
  const from = (outlets: number) =>
    Array.from({ length: outlets }, (_, i) => ({
      ...report,
      articleId: `a${i}`,
      sourceId: `outlet-${i}`,
      copyOf: null,
      agency: null,
    }))
  const brief = async (outlets: number, storylineId: string) => {
    const archive: BriefingArchive = {
      ...view.archive,
      storyHeads: () =>
        Promise.resolve([
          { ...like, reports: from(4) },
          { ...like, id: 'twin', storylineId, reports: from(outlets) },
        ]),
      stories: async (ids) => {
        const [whole] = await view.archive.stories([like.id])
        const article = whole?.articles.find(({ id }) => id === report.articleId)
        if (whole === undefined || article === undefined) return []
        const articles = from(4).map((one) => ({ ...article, ...one, id: one.articleId }))
        return ids.map((id) => ({ ...whole, id, articles }))
      },
    }
    const period = { from: EVENING - 24 * HOUR, now: EVENING, onlyMoved: true }
    const { briefing } = await composeBriefing(aSubscription(), period, archive, view.settings)
    return briefing.sections.flatMap(({ stories }) => stories).length
  }
  expect(await brief(1, like.storylineId)).toBe(1)
  expect(await brief(2, like.storylineId)).toBe(2)
  expect(await brief(1, 'another')).toBe(2)
})
