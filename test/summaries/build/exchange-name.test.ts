import { describe, expect, it } from 'vitest'
import { exchangeName, sameChance } from '../../../src/summaries/build/exchange-name.ts'
import { readCitedText } from '../../../src/summaries/check/cited-text.ts'
import { readClaim } from '../../../src/summaries/check/claim.ts'

const CITED = readCitedText(
  ['The mayor, Kari Moen, opened the bridge in Vik on Monday. Ola Berg built it for Norkraft.'],
  'en',
)
const CLAIM = readClaim('Kari Moen opened the bridge in Vik.', CITED, 'en')

describe('exchangeName', () => {
  it('puts another name of the text in the place of one, and says where', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 40; seed++) {
      const other = exchangeName(CLAIM, CITED, sameChance(seed))
      const name = other?.text.slice(other.start, other.end) ?? ''
      expect(['Ola Berg', 'Ola', 'Berg', 'Norkraft', 'Monday']).toContain(name)
      expect([`${name} opened the bridge in Vik.`, `Kari Moen opened the bridge in ${name}.`]).toContain(
        other?.text,
      )
      seen.add(other?.text ?? '')
    }
    expect(seen.size).toBeGreaterThan(3)
  })

  it('does the same again with the same seed', () => {
    expect(exchangeName(CLAIM, CITED, sameChance(5))).toEqual(exchangeName(CLAIM, CITED, sameChance(5)))
  })

  it('has nothing to exchange where the text has no other name', () => {
    const alone = readCitedText(['Kari Moen opened the bridge.'], 'en')
    const claim = readClaim('Kari Moen opened the bridge.', alone, 'en')
    expect(exchangeName(claim, alone, sameChance(1))).toBeUndefined()
  })
})
