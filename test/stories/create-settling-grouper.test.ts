import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Placement } from '../../src/records/story.ts'
import type { TimedArticle } from '../../src/stories/article-to-place.ts'
import { createOpenStories } from '../../src/stories/create-open-stories.ts'
import { createSettlingGrouper, type SettlingGrouper } from '../../src/stories/create-settling-grouper.ts'
import { hourOf, settledIn } from '../../src/stories/hours.ts'
import { anArticle, bridge, strike } from './an-article-to-place.ts'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 2, 10, 12)

/** Article of these reports, `minutes` after noon. */
const timed = ({ id, ...article }: ReturnType<typeof anArticle>, minutes = 0): TimedArticle => ({
  ...article,
  id,
  sourceId: `outlet-${id}`,
  at: NOON + minutes * 60_000,
})

function settle(grouper: SettlingGrouper, hour: number): readonly Placement[] {
  const settling = grouper.settle(hour)
  let step = settling.next()
  while (step.done !== true) step = settling.next()
  return step.value
}

/** Keeps placements as the store does. */
class Kept {
  readonly #stories = new Map<string, string>()
  readonly #forwards = new Map<string, string>()

  keep(placements: readonly Placement[]): this {
    for (const { articleId, storyId, movedArticleIds = [], mergedStoryIds } of placements) {
      if (this.#forwards.has(storyId)) throw new Error(`${storyId} leads elsewhere by now`)
      for (const id of [articleId, ...movedArticleIds]) this.#stories.set(id, storyId)
      for (const merged of mergedStoryIds) this.#forwards.set(merged, storyId)
    }
    return this
  }

  storyOf(articleId: string): string {
    let story = this.#stories.get(articleId) ?? ''
    for (let next = this.#forwards.get(story); next !== undefined; next = this.#forwards.get(story))
      story = next
    return story
  }

  /** The articles of each story, without the names of the stories. */
  stories(): readonly string[] {
    const ids = [...this.#stories.keys()].toSorted()
    return [...Map.groupBy(ids, (id) => this.storyOf(id)).values()].map((own) => own.join(' ')).toSorted()
  }
}

/** Words that give likely and unlikely pairs of headlines. */
const WORDS =
  'bridge Lindau flood missing river rescuers dockers Gdansk port strike wages union quake Chile tremor Hokkaido'.split(
    ' ',
  )

describe('createSettlingGrouper', () => {
  it('makes the same stories in whatever order the articles of an hour come, however late within the next', () => {
    const headline = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 8 })
    const hours = fc.array(fc.array(headline, { maxLength: 9 }), { minLength: 1, maxLength: 4 })
    let joined = 0
    fc.assert(
      fc.property(hours, fc.infiniteStream(fc.integer({ min: 0, max: 59 })), (titles, delays) => {
        const articles = titles.flatMap((own, hour) =>
          own.map((words, i) =>
            timed(anArticle({ id: `${hour}-${i}`, title: words.join(' ') }), hour * 60 + i),
          ),
        )
        const groupAfter = (delayOf: () => number): readonly string[] => {
          const grouper = createSettlingGrouper()
          const kept = new Kept()
          const coming = articles
            .map((article) => ({ article, comesAt: article.at + delayOf() * 60_000 }))
            .toSorted((one, other) => one.comesAt - other.comesAt)
          for (let hour = hourOf(NOON); hour < hourOf(NOON) + 8; hour++) {
            kept.keep(settle(grouper, hour))
            for (const { article, comesAt } of coming)
              if (hourOf(comesAt) === hour) kept.keep([grouper.place(article)])
          }
          return kept.stories()
        }
        const inOrder = groupAfter(() => 0)
        joined += inOrder.filter((story) => story.includes(' ')).length
        expect(groupAfter(() => delays.next().value ?? 0)).toEqual(inOrder)
      }),
    )
    expect(joined).toBeGreaterThan(0)
  })

  it('places an article of the open hour at once, with others of its event', () => {
    const grouper = createSettlingGrouper()
    const placed = [...bridge, ...strike].map((article) => grouper.place(timed(article)).storyId)
    expect(placed).toEqual(['sb1', 'sb1', 'sb1', 'ss1', 'ss1'])
  })

  it('places an article of the open hour at once in the settled story of its event', () => {
    const grouper = createSettlingGrouper()
    const [first, ...later] = bridge
    const kept = new Kept().keep(first === undefined ? [] : [grouper.place(timed(first))])
    kept.keep(settle(grouper, hourOf(NOON) + 2))
    kept.keep(later.map((article) => grouper.place(timed(article, 130))))
    expect(kept.stories()).toEqual(['b1 b2 b3'])
    expect(kept.storyOf('b3')).toBe('sb1')
  })

  it('takes what was open together into the settled story that one of them turns out to tell of', () => {
    const open = createOpenStories((storyId) => storyId === 'told')
    const [first, second] = bridge.map((article) => timed(article))
    if (first === undefined || second === undefined) throw new Error('there are three')
    const nowhere = { storyId: null, storylineId: null, copyOf: null }
    open.place(first, nowhere, 'sb1')
    const found = { storyId: 'told', storylineId: 'ltold', copyOf: null }
    expect(open.place(second, found, 'sb2')).toMatchObject({ storyId: 'told', movedArticleIds: ['b1'] })
    expect(open.placeOf('b1')).toMatchObject({ storyId: 'told', storylineId: 'ltold' })
  })

  it('keeps the id that readers were told when a story is settled', () => {
    const grouper = createSettlingGrouper()
    const kept = new Kept()
    const [one, two, three] = bridge.map((article) => timed(article))
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three')
    // The longest is settled first, but it did not begin the story.
    const longest = { ...three, text: 'The search for the missing went on at the Lindau bridge.' }
    kept.keep([one, two, longest].map((article) => grouper.place(article)))
    kept.keep(settle(grouper, hourOf(NOON) + 2))
    expect(kept.stories()).toEqual(['b1 b2 b3'])
    expect(kept.storyOf('b1')).toBe('sb1')
  })

  it('names the report that came first as the original of a text, although a fuller one is settled first', () => {
    const grouper = createSettlingGrouper()
    const text =
      'Three people are missing after the flood brought down the old bridge of Lindau on Monday night, the fire brigade said'
    const article = (id: string, more: string): TimedArticle =>
      timed(anArticle({ id, title: 'Lindau bridge collapses, three missing', text: text + more }))
    expect(grouper.place(article('first', '.')).copyOf).toBeNull()
    expect(grouper.place(article('full', ', and boats were out.')).copyOf).toBe('first')
    const settled = settle(grouper, hourOf(NOON) + 2)
    expect(settled.map(({ articleId, copyOf }) => `${articleId} of ${copyOf}`).toSorted()).toEqual([
      'first of null',
      'full of first',
    ])
    const late = grouper.place({ ...article('late', '.'), at: NOON + 3 * HOUR })
    expect(late.copyOf).toBe('first')
  })

  it('leaves a new version of a settled article in its story', () => {
    const grouper = createSettlingGrouper()
    for (const article of bridge) grouper.place(timed(article))
    settle(grouper, hourOf(NOON) + 2)
    const edited = timed(anArticle({ ...strike[0], id: 'b2' }))
    expect(grouper.place(edited).storyId).toBe('sb1')
    expect(settle(grouper, hourOf(NOON) + 3)).toEqual([])
    expect(grouper.place(edited).storyId).toBe('sb1')
  })

  it('goes on after a restart as if there had been none, with open articles where they were', () => {
    const settledOnes = bridge.map((article) => timed(article))
    const openOnes = strike.map((article) => timed(article, 130))
    const more = timed(
      anArticle({ id: 'm', title: 'Gdansk port halted as dock workers strike over pay' }),
      140,
    )
    const first = createSettlingGrouper()
    const kept = new Kept().keep(settledOnes.map((article) => first.place(article)))
    kept.keep(settle(first, hourOf(NOON) + 2)).keep(openOnes.map((article) => first.place(article)))
    const second = createSettlingGrouper()
    for (const article of [...settledOnes, ...openOnes]) {
      const storyId = kept.storyOf(article.id)
      const isSettled = settledIn({ at: article.at, seenAt: article.at }) <= hourOf(NOON) + 2
      second.restore(
        { ...article, storyId, storylineId: `l${storyId}`, copyOf: null, agency: null },
        isSettled,
      )
    }
    expect(second.place(more).storyId).toBe(first.place(more).storyId)
    const [whole, resumed] = [first, second].map((grouper) =>
      settle(grouper, hourOf(NOON) + 4).map(({ articleId, storyId }) => `${articleId} in ${storyId}`),
    )
    expect(resumed).toEqual(whole)
  })

  it('settles soon what a clock that was ahead has dated', () => {
    const grouper = createSettlingGrouper()
    grouper.place(
      timed(anArticle({ id: 'a', title: 'Dock workers in Gdansk vote to strike' }), 365 * 24 * 60),
    )
    expect(settle(grouper, hourOf(NOON) + 1).map(({ articleId }) => articleId)).toEqual(['a'])
  })
})
