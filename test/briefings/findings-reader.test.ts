import { describe, expect, it } from 'vitest'
import { createFindingsReader } from '../../src/briefings/findings-reader.ts'
import type { KeptFinding } from '../../src/records/ports/findings.ts'
import type { StoredStory } from '../../src/records/story.ts'
import { anArticle, NOON } from '../storage/a-read.ts'

/**
 * A story of one report with this many findings. With `mergedInto` it was merged into that story after it was
 * read.
 */
function aCountedStory(id: string, count: number, mergedInto = id) {
  const article = {
    ...anArticle({ id: `of-${id}` }),
    storyId: id,
    storylineId: id,
    copyOf: null,
    agency: null,
  }
  const whole: StoredStory = {
    id,
    storylineId: id,
    firstAt: NOON,
    lastAt: NOON,
    articles: [article],
  }
  const findings = Array.from({ length: count }, (_, nth): KeptFinding => ({
    finding: {
      kind: 'figure',
      names: [],
      what: 'killed',
      value: nth,
      low: null,
      high: null,
      qualifier: null,
      unit: null,
      words: `${nth} were killed.`,
      start: 0,
      end: 8,
    },
    article: { ...article, storyId: mergedInto, datedAt: NOON },
  }))
  return { whole, findings }
}

/**
 * Asks for the findings of all these stories together; returns them and how many stories each query was
 * about.
 */
async function findTogether(all: readonly ReturnType<typeof aCountedStory>[]) {
  const questions: number[] = []
  const findingsOf = createFindingsReader({
    async findings({ stories = [], most }) {
      questions.push(stories.length)
      const asked = all.filter(({ whole }) => stories.includes(whole.id))
      return asked.flatMap(({ findings }) => findings).slice(0, most)
    },
  })
  const found = await Promise.all(all.map(({ whole }) => findingsOf(whole)))
  return { counts: found.map(({ length }) => length), questions }
}

describe('createFindingsReader', () => {
  it('asks once for the findings of many stories, and gives each its own', async () => {
    const { counts, questions } = await findTogether([
      aCountedStory('quake', 3),
      aCountedStory('vote', 0),
      aCountedStory('flood', 2),
    ])
    expect(counts).toEqual([3, 0, 2])
    expect(questions).toEqual([3])
  })

  it('finds what reports say of a story that was merged meanwhile', async () => {
    const { counts } = await findTogether([aCountedStory('quake', 3, 'tremor'), aCountedStory('vote', 1)])
    expect(counts).toEqual([3, 1])
  })

  it('lets no story that says much hide what another one says', async () => {
    const { counts, questions } = await findTogether([aCountedStory('war', 900), aCountedStory('vote', 1)])
    expect(counts).toEqual([400, 1])
    expect(questions).toEqual([2, 1, 1])
  })
})
