import { array, assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVectorStore } from '../../src/stories/create-vector-store.ts'
import { createStoryIndex } from '../../src/stories/create-story-index.ts'
import { readTraits } from '../../src/stories/read-traits.ts'
import type { Traits } from '../../src/stories/read-traits.ts'
import type { Member } from '../../src/stories/story-in-memory.ts'

const DAY = 86_400_000

const traitsOf = (title: string, language = 'en'): Traits =>
  readTraits({ id: '', sourceId: '', language, title, text: '', at: 0 })

/**
 * Returns the story that gets a report which is somewhat like the only English one of a story, beside this
 * many Greek ones.
 */
const storyBesideGreek = (greek: number): string => {
  const index = createStoryIndex()
  const title = 'Ferry strike in Lindau harbour enters third day as talks over night shifts fail'
  index.putInto('one', 'lone', { id: '1', at: 0, traits: traitsOf(title) })
  for (let i = 0; i < greek; i++)
    index.putInto('one', 'lone', {
      id: `g${i}`,
      at: 0,
      traits: traitsOf('Φωτιά σε δάσος έξω από την Πάτρα', 'el'),
    })
  const arrival = 'Lindau harbour reopens for ships: strike over, crews of the ferry and mayor relieved'
  return index.place({ id: '2', at: 0, traits: traitsOf(arrival) }).storyId
}

describe('createStoryIndex', () => {
  it('puts an article into the fresher of two stories that it fits alike', () => {
    const index = createStoryIndex()
    index.putInto('old', 'lold', { id: '1', at: 0, traits: traitsOf('Ferry strike in Lindau harbour') })
    index.putInto('new', 'lnew', { id: '2', at: 4 * DAY, traits: traitsOf('Ferry strike in Lindau harbour') })
    const arrival = { id: '3', at: 4 * DAY, traits: traitsOf('Lindau harbour: ferry strike') }
    expect(index.place(arrival).storyId).toBe('new')
  })

  it('puts an article into a story of the day before when nothing fresher is near', () => {
    const index = createStoryIndex()
    index.putInto('old', 'lold', { id: '1', at: 0, traits: traitsOf('Ferry strike in Lindau harbour') })
    const arrival = { id: '2', at: DAY, traits: traitsOf('Lindau harbour: ferry strike') }
    expect(index.place(arrival).storyId).toBe('old')
  })

  it('holds no vector once all articles are taken out of stories that were joined, merged and told anew in two languages', () => {
    const words = 'bridge collapses lindau flood missing three ferry strike harbour pay'.split(' ')
    const article = record({
      words: uniqueArray(integer({ min: 0, max: words.length - 1 }), { minLength: 3, maxLength: 7 }),
      language: constantFrom('en', 'en', 'de'),
      isNewVersion: constantFrom(false, false, true),
    })
    let merged = 0
    let acrossLanguages = 0
    assert(
      property(array(article, { minLength: 30, maxLength: 60 }), (articles) => {
        const vectors = createVectorStore()
        const index = createStoryIndex(vectors)
        const members: Member[] = []
        for (const [i, { words: chosen, language, isNewVersion }] of articles.entries()) {
          const title = chosen.map((word) => words[word]).join(' ')
          const arrival = { id: String(i), at: i, traits: traitsOf(title, language) }
          const before = isNewVersion ? members.shift() : undefined
          if (before === undefined) {
            const { member, mergedStoryIds } = index.place(arrival)
            members.push(member)
            merged += mergedStoryIds.length
            acrossLanguages += (member.story?.parts.length ?? 1) - 1
            continue
          }
          const story = before.story
          members.push(index.putInto(story?.id ?? '', story?.runningStory.id ?? '', arrival, before))
        }
        for (const member of members) index.remove(member)
        expect(vectors.taken).toBe(0)
      }),
    )
    expect(merged).toBeGreaterThan(0)
    expect(acrossLanguages).toBeGreaterThan(0)
  })

  it('holds no vector once all articles are taken out of a story that was parted', () => {
    const vectors = createVectorStore()
    const index = createStoryIndex(vectors)
    const flood =
      'bridge Lindau flood missing river rescuers boats collapse water bank divers helicopter night searched mayor warned'
    const dispute =
      'dockers Gdansk port strike wages union cranes ships containers employers talks vote harbour pay delayed cargo'
    const placed = [flood, flood, dispute].map((title, i) =>
      index.putInto('one', 'lone', { id: String(i), at: 0, traits: traitsOf(title) }),
    )
    const { member, movedArticleIds } = index.place({ id: 'last', at: 0, traits: traitsOf(dispute) })
    expect(movedArticleIds).toEqual(['2'])
    for (const each of [...placed, member]) index.remove(each)
    expect(vectors.taken).toBe(0)
  })

  it('leaves a story that is parted in its running story, for nothing tells of it that it went to another', () => {
    const index = createStoryIndex()
    const flood =
      'bridge Lindau flood missing river rescuers boats collapse water bank divers helicopter night searched mayor warned'
    const dispute =
      'dockers Gdansk port strike wages union cranes ships containers employers talks vote harbour pay delayed cargo'
    const disputeIn = (country: string): Traits => ({
      ...traitsOf(dispute),
      scene: { about: [country], places: [], actors: [], people: [] },
    })
    for (const id of ['01', '02', '03', '04'])
      index.putInto('other', 'lother', { id, at: 0, traits: disputeIn('DE') })
    const [first] = [traitsOf(flood), traitsOf(flood), disputeIn('PL')].map((traits, i) =>
      index.putInto('one', 'lone', { id: `${i + 1}`, at: 0, traits }),
    )
    const { member, movedArticleIds } = index.place({ id: 'last', at: 0, traits: disputeIn('PL') })
    expect(movedArticleIds).toEqual(['3'])
    expect([first?.story?.runningStory.id, member.story?.runningStory.id]).toEqual(['lone', 'lone'])
  })

  it('does not put an article into a story for one report of it that is like it, where those in other languages are not', () => {
    expect([storyBesideGreek(0), storyBesideGreek(9)]).toEqual(['one', 's2'])
  })

  it('takes the reports of two stories together that a later one shows to be of one event, and leaves the others', () => {
    const index = createStoryIndex()
    const flood = 'bridge Lindau flood missing river rescuers boats collapse water bank divers helicopter'
    const dispute = 'dockers Gdansk port strike wages union cranes ships containers employers talks vote'
    for (const [i, title] of [flood, flood, flood, dispute].entries())
      index.putInto('mixed', 'lmixed', { id: `m${i}`, at: 0, traits: traitsOf(title) })
    const lone = index.putInto('lone', 'llone', { id: 'lone', at: 0, traits: traitsOf(dispute) })
    const { storyId, movedArticleIds, mergedStoryIds } = index.place({
      id: 'last',
      at: 0,
      traits: traitsOf(dispute),
    })
    expect({ storyId, movedArticleIds, mergedStoryIds }).toEqual({
      storyId: 'lone',
      movedArticleIds: ['m3'],
      mergedStoryIds: [],
    })
    expect(lone.story?.members).toHaveLength(3)
  })

  it('puts an article that comes back, after it was forgotten, into the story that it began', () => {
    const index = createStoryIndex()
    const { member } = index.place({ id: '1', at: 0, traits: traitsOf('Ferry strike in Lindau harbour') })
    const other = index.place({ id: '2', at: DAY, traits: traitsOf('Lindau harbour: ferry strike') })
    expect(other.storyId).toBe('s1')
    index.remove(member)
    const again = index.place({ id: '1', at: DAY, traits: traitsOf('Wheat harvest falls in Anatolia') })
    expect(again.member.story).toBe(other.member.story)
  })
})
