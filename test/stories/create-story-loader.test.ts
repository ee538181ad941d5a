import { describe, expect, it } from 'vitest'
import type { PlacedArticle } from '../../src/records/story.ts'
import { createSettlingGrouper, type SettlingGrouper } from '../../src/stories/create-settling-grouper.ts'
import { hourOf } from '../../src/stories/hours.ts'
import { toPlace } from '../../src/stories/article-to-place.ts'
import { createStoryLoader } from '../../src/stories/create-story-loader.ts'
import { anArticle } from '../storage/a-read.ts'

const NOON = Date.UTC(2026, 2, 10, 12)

/** An hour in which all articles are settled. */
const LATER = hourOf(NOON) + 2

const FLOOD =
  'The river Oder flooded the old town of Wroclaw on Tuesday and the mayor Nowak asked for the army'
const STRIKE =
  'Train drivers of the union Weselsky stopped work on Tuesday and the railway cancelled long-distance trains'

function placed(id: string, text: string, story: string, more: Partial<PlacedArticle> = {}): PlacedArticle {
  return {
    ...anArticle({
      id,
      title: text,
      text: `${text}. ${text}.`,
      seenAt: NOON,
      publishedAt: NOON,
      sourceId: `source-${id}`,
    }),
    storyId: `s${story}`,
    storylineId: `l${story}`,
    copyOf: null,
    agency: null,
    ...more,
  }
}

/** A store with these articles that records which texts were read. */
function aStore(articles: Map<string, PlacedArticle>) {
  const read: string[] = []
  return {
    read,
    storyPlaces: async () => [...articles.values()],
    placedArticles: async (_since: number, ids: readonly string[] = []) => {
      read.push(...ids)
      return ids.flatMap((id) => articles.get(id) ?? [])
    },
  }
}

const articlesOf = (...all: readonly PlacedArticle[]): Map<string, PlacedArticle> =>
  new Map(all.map((one) => [one.id, one]))

/** Returns where a grouper places another report of the same event. */
const storyFor = (grouper: SettlingGrouper, text: string, id: string) => {
  const { storyId, storylineId } = grouper.place(toPlace(placed(id, `${text}, witnesses said`, '')))
  return `${storyId} in ${storylineId}`
}

describe('taking up stories', () => {
  it('reads again only what came, was edited or moved since the last time', async () => {
    const articles = articlesOf(placed('1', FLOOD, '1'), placed('2', STRIKE, '2'))
    const store = aStore(articles)
    const takeUp = createStoryLoader(store, createSettlingGrouper())
    expect(await takeUp(0, LATER)).toBe(2)
    expect(await takeUp(0, LATER)).toBe(0)
    articles.set('3', placed('3', FLOOD, '1'))
    articles.set('2', placed('2', STRIKE, '2', { version: 2 }))
    store.read.length = 0
    expect(await takeUp(0, LATER)).toBe(2)
    expect(store.read.toSorted()).toEqual(['2', '3'])
  })

  it('knows a story by what another editor has merged it into', async () => {
    const articles = articlesOf(placed('1', FLOOD, '1'), placed('2', FLOOD, '2'), placed('3', STRIKE, '3'))
    const grouper = createSettlingGrouper()
    const takeUp = createStoryLoader(aStore(articles), grouper)
    await takeUp(0, LATER)
    for (const id of ['1', '2']) articles.set(id, placed(id, FLOOD, '2', { storylineId: 'l9' }))
    await takeUp(0, LATER)
    expect(storyFor(grouper, FLOOD, '4')).toBe('s2 in l9')
    expect(storyFor(grouper, STRIKE, '5')).toBe('s3 in l3')
  })

  it('takes up a running story under its new name, although a report came between two looks', async () => {
    const articles = articlesOf(placed('1', FLOOD, '1'))
    const grouper = createSettlingGrouper()
    const takeUp = createStoryLoader(aStore(articles), grouper)
    await takeUp(0, LATER)
    for (const id of ['1', '2']) articles.set(id, placed(id, FLOOD, '1', { storylineId: 'l7' }))
    await takeUp(0, LATER)
    expect(storyFor(grouper, FLOOD, '3')).toBe('s1 in l7')
  })
})
