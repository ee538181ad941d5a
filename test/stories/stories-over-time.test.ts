import { describe, expect, it } from 'vitest'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'
import { anArticle, bridge, strike } from './an-article-to-place.ts'

const HOUR = 3_600_000

describe('the stories of a grouper, over days', () => {
  it('begins a new story when the old one ended more than seven days ago', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ id: 'a', title: 'Dock workers in Gdansk vote to strike over pay', at: 0 }))
    const late = anArticle({
      id: 'b',
      title: 'Gdansk dock workers vote on a strike over pay again',
      at: 8 * 24 * HOUR,
    })
    expect(grouper.place(late).storyId).toBe('sb')
  })

  it('goes on after a restart as if there had been none', () => {
    const all = [...bridge, ...strike]
    const whole = createStoryGrouper()
    const expected = all.map((article) => whole.place(article))

    const first = createStoryGrouper()
    const before = all.slice(0, 3).map((article) => ({ ...article, ...first.place(article) }))
    const second = createStoryGrouper()
    for (const article of before) second.restore(article)
    expect(all.slice(3).map((article) => second.place(article))).toEqual(expected.slice(3))
  })

  it('forgets what is too old to matter', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ id: 'a', title: 'Dock workers in Gdansk vote to strike over pay', at: HOUR }))
    grouper.forget(2 * HOUR)
    const again = anArticle({
      id: 'b',
      title: 'Dock workers in Gdansk vote to strike over pay',
      at: 3 * HOUR,
    })
    expect(grouper.place(again)).toMatchObject({ storyId: 'sb', copyOf: null })
  })

  it('does not forget an article whose first version alone is too old', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ ...bridge[0], id: 'b1', at: 10 * HOUR }))
    grouper.place(anArticle({ ...bridge[1], id: 'b2', at: 0 }))
    grouper.place(anArticle({ ...bridge[2], id: 'b2', at: 10 * HOUR }))
    grouper.forget(5 * HOUR)
    expect(grouper.place(anArticle({ ...strike[0], id: 'b2', at: 11 * HOUR })).storyId).toBe('sb1')
  })

  it('chains what follows from an event into one running story, and tells it by itself', () => {
    const grouper = createStoryGrouper()
    const teaser = (id: string, title: string, text: string, days: number) =>
      grouper.place(anArticle({ id, title, text, at: days * 24 * HOUR }))
    const capture = teaser(
      'capture',
      'Ringleader of Lindau ferry fraud captured in Gdansk',
      'Police in Gdansk captured Otto Brandl, the ringleader of the Lindau ferry fraud, in a hotel near the harbour.',
      1,
    )
    const court = teaser(
      'court',
      'Ferry fraud: Otto Brandl pleads not guilty before Lindau court',
      'Otto Brandl, accused of the ferry fraud, told the court in Lindau that he had never sold a ticket himself.',
      4,
    )
    const other = teaser(
      'other',
      'Wheat harvest in Anatolia falls to lowest level in a decade',
      'Farmers in Anatolia blame a dry spring for the harvest, which the ministry puts at nine million tonnes.',
      4,
    )
    expect(court.storyId).not.toBe(capture.storyId)
    expect(court.storylineId).toBe(capture.storylineId)
    expect(other.storylineId).not.toBe(capture.storylineId)
  })

  it('joins two running stories that turn out to be one', () => {
    const grouper = createStoryGrouper()
    const restore = (affair: string, at: number, title: string, text: string) => {
      for (const i of [0, 1])
        grouper.restore({
          ...anArticle({ id: `${affair}${i}`, title, text, at }),
          storyId: `s${affair}`,
          storylineId: `l${affair}`,
          copyOf: null,
          agency: null,
        })
    }
    restore(
      '1',
      0,
      'Dockers of Lindau strike over night shifts',
      'Dockers of Lindau walked out over night shifts; the harbour stands still.',
    )
    restore(
      '2',
      10 * HOUR,
      'Ferry company offers clerks higher wage',
      'The ferry company offered clerks a higher wage for selling tickets on Sundays.',
    )
    const third = grouper.place(
      anArticle({
        id: '3',
        title: 'Dockers of Lindau and clerks of the ferry company',
        text: 'The harbour of Lindau stands still over night shifts of dockers; a wage for tickets was offered to clerks by the ferry company.',
        at: 50 * HOUR,
      }),
    )
    expect(third).toMatchObject({ storyId: 's2', storylineId: 'l1', mergedStorylineIds: ['l2'] })
  })
})
