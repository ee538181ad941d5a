import { describe, expect, it } from 'vitest'
import { readSaidWords, sharedWords } from '../../src/stories/shared-words.ts'

const said = (language: string, title: string, text = '') => readSaidWords({ language, title, text })
const evenly = (): number => 1

describe('sharedWords', () => {
  it('writes them as the article does, whatever their endings', () => {
    const shared = sharedWords(
      said('en', 'Odesa’s ports ship wheat'),
      [said('en', 'Wheat leaves the port of Odesa')],
      evenly,
    )
    expect(shared.map(({ word }) => word).toSorted()).toEqual(['Odesa', 'ports', 'wheat'])
  })

  it('puts first what many of the others say, and what is in the title', () => {
    const others = [said('en', 'Wheat for Lebanon'), said('en', 'Ship with wheat')]
    const [first] = sharedWords(said('en', 'Wheat on its way', 'A ship sails to Lebanon.'), others, evenly)
    expect(first).toEqual({ word: 'Wheat', as: null })
  })

  it('meets another language by English stems, and gives both words', () => {
    const shared = sharedWords(said('pl', 'Statek z pszenicą'), [said('en', 'A ship with wheat')], evenly)
    expect(shared).toContainEqual({ word: 'pszenicą', as: 'wheat' })
  })

  it('knows nothing that only holds sentences together', () => {
    expect(sharedWords(said('en', 'This is for them'), [said('en', 'This was for us')], evenly)).toEqual([])
  })
})
