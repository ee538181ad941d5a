import { anArticle, aRead, HOUR, toKeep } from '../storage/a-read.ts'
import { aToll } from './a-toll.ts'
import { aNewsroom, EVENING } from './newsroom.ts'

/** Creates a newsroom in which one outlet after another reports how many died at a dam (story `swall`). */
export async function aNewsroomOfTolls(tolls: readonly number[]) {
  const newsroom = await aNewsroom()
  for (const [index, value] of tolls.entries()) {
    const at = EVENING - (tolls.length - index) * HOUR
    const sourceId = index === 1 ? 'bosporus' : 'levant-post'
    const article = anArticle({
      id: `toll-${index}`,
      sourceId,
      title: 'Wall falls',
      publishedAt: at,
      seenAt: at,
    })
    const figure = aToll(value, `<b>${value}</b> people died.`)
    await newsroom.store.keepRead({
      ...aRead([], { sourceId }),
      articles: [{ ...toKeep(article, { storyId: 'swall' }), findings: [figure] }],
    })
  }
  return newsroom
}
