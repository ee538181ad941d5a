import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const MONDAY = Date.UTC(2026, 2, 9, 12)

const TEXT = [
  'Leading a delegation of engineers, Omani Energy Minister Salim al-Harthi arrived in Baku early on Monday.',
  'Al-Harthi and Azerbaijani Energy Minister Leyla Mammadova held talks on Monday and are scheduled to attend a joint press conference.',
  'During the meeting, al-Harthi said coastal states have a common fear of leaking pipelines.',
  'He urged coastal states, particularly Azerbaijan, to share their maps of old wells.',
  '“The recent leaks and the silence about them serve nobody but smugglers,” al-Harthi pointed out.',
  'Coastal towns should also be told how to close a well, the Omani minister added.',
  'Mammadova also voiced concern over the spread of old wells and warned against their closing in haste.',
  'On Monday, Baku radio said around 40 workers had been injured by gas in the harbour.',
].join('\n')

describe('what an article on two ministers says', () => {
  const { findings } = analyse(createTagger(), {
    title: 'Energy ministers of Oman and Azerbaijan speak of leaks',
    text: TEXT,
    language: 'en',
    writtenAt: MONDAY,
  })
  const claimsOf = (name: RegExp): readonly string[] =>
    findings.flatMap((one) =>
      one.kind === 'saying' && name.test(one.speaker.name ?? '') ? [one.claim.join(' ')] : [],
    )

  it('has what each of them said', () => {
    expect(claimsOf(/Harthi/u)).toHaveLength(4)
    expect(claimsOf(/Mammadova/u)).toEqual([
      expect.stringContaining('concern over the spread'),
      expect.stringContaining('closing in haste'),
    ])
  })

  it('has the press conference of that day as what comes', () => {
    expect(findings.flatMap((one) => (one.kind === 'coming' ? [one.when] : []))).toEqual(['2026-03-09'])
  })

  it('has the toll, and who counts it', () => {
    expect(findings.flatMap((one) => (one.kind === 'figure' ? [one] : []))).toMatchObject([
      { what: 'injured', value: 40, qualifier: 'about', countedBy: 'Baku radio' },
    ])
  })
})
