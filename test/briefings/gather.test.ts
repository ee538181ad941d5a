import { describe, expect, it } from 'vitest'
import { gather } from '../../src/briefings/gather.ts'

/** Returns lengths of words, and records the words of each request. */
function aCounter(most: number) {
  const questions: (readonly string[])[] = []
  const lengthOf = gather(async (words: readonly string[]) => {
    questions.push(words)
    if (words.includes('')) throw new Error('no word')
    return (word: string) => word.length
  }, most)
  return { lengthOf, questions }
}

describe('gather', () => {
  it('asks one question for what is asked for at the same time, and gives each its answer', async () => {
    const { lengthOf, questions } = aCounter(50)
    expect(await Promise.all(['port', 'harbour'].map(lengthOf))).toEqual([4, 7])
    expect(await lengthOf('quay')).toBe(4)
    expect(questions).toEqual([['port', 'harbour'], ['quay']])
  })

  it('asks about so much at most', async () => {
    const { lengthOf, questions } = aCounter(2)
    await Promise.all(['port', 'harbour', 'quay'].map(lengthOf))
    expect(questions).toEqual([['port', 'harbour'], ['quay']])
  })

  it('fails all who asked together, and nobody who asks later', async () => {
    const { lengthOf } = aCounter(50)
    const both = await Promise.allSettled(['port', ''].map(lengthOf))
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await lengthOf('port')).toBe(4)
  })
})
