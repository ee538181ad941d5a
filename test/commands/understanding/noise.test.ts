import { describe, expect, it } from 'vitest'
import { answerAsk } from '../../../src/cli/understand-lines.ts'
import { buildNameIndex } from '../../../src/commands/name-index.ts'
import { isNoise } from '../../../src/commands/understanding/noise.ts'
import { cutSentence } from '../../../src/commands/understanding/sentence.ts'
import { loadSettings } from '../../../src/settings/load-settings.ts'

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

  it.each(['hahaha', 'asdfgh', 'фывап'])(
    'is answered as small talk where it is all that is said: %s',
    (say) => {
      const loaded = loadSettings({ env: {} })
      if (!loaded.ok) throw new Error('the settings that ship do not load')
      const when = { now: '2026-03-12T08:00:00+03:00', zone: 'Europe/Istanbul' }
      expect(answerAsk({ id: say, say, ...when }, buildNameIndex(loaded.settings))).toMatchObject({
        word: 'chat',
      })
    },
  )
})
