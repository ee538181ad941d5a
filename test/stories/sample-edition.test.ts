import { readFileSync } from 'node:fs'
import { convert } from 'html-to-text'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readSample } from '../../src/demo/sample-edition.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import { placeAll } from './place-all.ts'
import { scoreStories } from './score-stories.ts'

const labels = z
  .object({ stories: z.record(z.string(), z.object({ articles: z.array(z.string()) })) })
  .parse(parse(readFileSync('test/demo/expected-stories.yaml', 'utf8')))
const storyOf = new Map(
  Object.entries(labels.stories).flatMap(([story, { articles }]) =>
    articles.map((id) => [id, story] as const),
  ),
)

const tagger = createTagger()
const edition = readSample('config/sample')
  .flatMap(({ id: sourceId, articles }) =>
    articles.map((article) => {
      const text = convert(article.body, { wordwrap: false })
      const { language, countries, people } = tagger.tag({ title: article.title, text })
      const at = article.published ?? article.appears ?? 0
      const names = people.map(({ name }) => name)
      return { id: article.id, sourceId, language, title: article.title, text, at, countries, people: names }
    }),
  )
  .sort((a, b) => a.at - b.at)
const meant = edition.map(({ id }) => storyOf.get(id) ?? id)

describe('createStoryGrouper on the sample edition, in five languages', () => {
  it('tells its affairs as they are meant, and their events by themselves', () => {
    const { stories, storylines } = placeAll(edition)
    expect(scoreStories(meant, storylines).pairs).toBeGreaterThanOrEqual(94)
    expect(new Set(stories).size).toBeGreaterThan(new Set(storylines).size)
    const apart = edition.filter((_, i) =>
      edition.some((__, j) => stories[i] === stories[j] && meant[i] !== meant[j]),
    )
    expect(apart.map(({ title }) => title)).toEqual([])
  })

  it('tells a strike in one story, though what some reports of it count stands in one language alone', () => {
    const { stories } = placeAll(edition)
    const strike = edition.flatMap(({ id, language }, i) =>
      storyOf.get(id) === 'umm-qasr-strike' ? [{ language, story: stories[i] }] : [],
    )
    expect(new Set(strike.map(({ language }) => language)).size).toBe(2)
    expect(new Set(strike.map(({ story }) => story)).size).toBe(1)
  })

  it('tells most of them without tags, by words alone', () => {
    const untagged = edition.map((article) => ({ ...article, countries: [], people: [] }))
    const inLanguage = (ids: readonly string[]) => ids.map((id, i) => `${id} ${edition[i]?.language}`)
    const { stories, storylines } = placeAll(untagged)
    expect(scoreStories(inLanguage(meant), inLanguage(storylines)).pairs).toBeGreaterThanOrEqual(85)
    // Few words are distinctive enough to connect languages without a country or a person; these are meant
    // to.
    const together = edition.filter((_, i) =>
      edition.some((__, j) => stories[i] === stories[j] && meant[i] !== meant[j]),
    )
    expect(together.map(({ title }) => title)).toEqual([])
  })

  it('goes on after a restart in the middle as if there had been none', () => {
    const whole = createStoryGrouper()
    const expected = edition.map((article) => whole.place(article))

    const before = createStoryGrouper()
    const half = Math.floor(edition.length / 2)
    const placed = edition.slice(0, half).map((article) => ({ ...article, ...before.place(article) }))
    const forwards = new Map(
      placed.flatMap(({ storyId, mergedStoryIds }) => mergedStoryIds.map((id) => [id, storyId])),
    )
    // The store keeps for each story the running story in which it was last placed.
    const lines = new Map(placed.map(({ storyId, storylineId }) => [storyId, storylineId]))
    const after = createStoryGrouper()
    for (const article of placed) {
      const storyId = forwards.get(article.storyId) ?? article.storyId
      after.restore({ ...article, storyId, storylineId: lines.get(storyId) ?? article.storylineId })
    }
    expect(edition.slice(half).map((article) => after.place(article))).toEqual(expected.slice(half))
  })
})
