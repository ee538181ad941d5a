import { describe, expect, it } from 'vitest'
import { isNoise } from '../../../src/commands/understanding/noise.ts'
import { cutSentence } from '../../../src/commands/understanding/sentence.ts'

const isOfNoise = (typed: string): boolean => cutSentence(typed).every(isNoise)

describe('a word that says nothing', () => {
  it.each(['hahaha', 'ахахаха', 'ههههه', 'خخخخ', 'ksksks', 'asdfgh', 'qwertz', 'фывап'])(
    'is laughter or keys in a row: %s',
    (typed) => {
      expect(isOfNoise(typed)).toBe(true)
    },
  )

  it.each(['were', 'banana', 'papa', 'www', 'wert', 'property', 'الله', 'Assad'])(
    'is none of these: %s',
    (typed) => {
      expect(isOfNoise(typed)).toBe(false)
    },
  )
})
