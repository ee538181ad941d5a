import { describe, expect, it } from 'vitest'
import { type AReport, aSaying, developmentsOf } from './an-update.ts'

const morning: AReport = {
  outlet: 'levant-post',
  title: 'Earthquake near Van kills 19',
  text: 'Nineteen people were killed when houses fell near Van.',
}

describe('a toll that is higher than what was told', () => {
  it('is told from what to what, whose both are, and who counted', () => {
    const later = {
      outlet: 'nile-wire',
      title: 'Earthquake toll near Van rises to 23 dead',
      text: 'The number of dead rose. At least 23 people were killed, the civil defence said.',
      hours: 6,
    }
    const counted = aSaying('At least 23 people were killed', later, {
      form: 'indirect',
      speaker: { words: 'the civil defence', name: null, namedBy: null },
    })
    const fresh = { ...later, sayings: [counted] }
    expect(developmentsOf([morning], [fresh])).toMatchObject([
      {
        kind: 'figure',
        what: 'killed',
        before: { value: 19 },
        now: { value: 23, qualifier: 'atLeast' },
        toldBy: 0,
        outlet: 1,
        countedBy: 'the civil defence',
      },
    ])
  })

  it.each<[string, readonly AReport[]]>([
    [
      'one outlet has it, far below its headline',
      [
        {
          outlet: 'nile-wire',
          title: 'Rescuers search near Van',
          text: 'Rescuers search on. In 1976 an earthquake there killed 4000 people.',
          hours: 6,
        },
      ],
    ],
    ['it is lower', [{ outlet: 'nile-wire', title: 'Three killed in a village near Van', hours: 6 }]],
    [
      'the old number is a part of it',
      [
        {
          outlet: 'nile-wire',
          title: 'Some 80 killed near Van, mayor says; 19 killed in one village',
          hours: 6,
        },
      ],
    ],
    [
      'as many outlets have the old number since',
      [
        { outlet: 'nile-wire', title: 'Earthquake near Van kills 47', hours: 4 },
        { outlet: 'harbour-post', title: 'Nineteen killed in earthquake near Van', hours: 6 },
      ],
    ],
    [
      'it stands in a copy of an agency’s text',
      [{ outlet: 'nile-wire', title: 'Earthquake near Van kills 23', hours: 4, copyOf: 'levant-post-0' }],
    ],
  ])('is not told where %s', (_why, fresh) => {
    expect(developmentsOf([morning], fresh)).toEqual([])
  })
})

describe('a state', () => {
  const missing = { outlet: 'levant-post', title: 'Two climbers missing on Mount Erciyes' }

  it('that newer headlines say is another is told with the headline', () => {
    const title = 'Missing since Sunday: climbers'
    const found = { outlet: 'nile-wire', title: 'Climbers were found alive on Mount Erciyes', hours: 5 }
    expect(developmentsOf([missing, { outlet: 'harbour-post', title }], [found])).toMatchObject([
      { kind: 'state', before: 'missing', now: 'found', words: found.title, outlet: 2 },
    ])
  })

  it('is not told where a report of the same hour still says the old one', () => {
    const found = { outlet: 'nile-wire', title: 'Climbers were found alive on Mount Erciyes', hours: 5 }
    const still = { outlet: 'harbour-post', title: 'Climbers missing on Mount Erciyes', hours: 5 }
    expect(developmentsOf([missing], [found, still])).toEqual([])
  })
})

describe('what somebody says', () => {
  const told = {
    outlet: 'levant-post',
    title: 'Council approves a dam on the Khabur river',
    text: '“Engineers begin their work on the dam in May,” said Minister Lina Haddad.',
  }
  const before = {
    ...told,
    sayings: [aSaying('Engineers begin their work on the dam in May', told)],
  }
  const later = {
    outlet: 'nile-wire',
    title: 'Farmers protest against the dam',
    text: '“Nobody beside the river will lose a field,” said Minister Lina Haddad. Farmers had doubted it.',
    hours: 4,
  }
  const claim = 'Nobody beside the river will lose a field'

  it('who spoke before is told in the sentence of the outlet', () => {
    expect(developmentsOf([before], [{ ...later, sayings: [aSaying(claim, later)] }])).toMatchObject([
      {
        kind: 'says',
        speaker: 'Lina Haddad',
        words: '“Nobody beside the river will lose a field,” said Minister Lina Haddad.',
        outlet: 1,
      },
    ])
  })

  it('of an office that had not spoken is a statement', () => {
    const speaker = { words: 'the Water Authority', name: 'Water Authority', role: null }
    const said = aSaying(claim, later, { speaker })
    expect(developmentsOf([before], [{ ...later, sayings: [said] }])).toMatchObject([
      { kind: 'statement', speaker: 'Water Authority' },
    ])
  })

  it('against what was told contradicts it', () => {
    const text = 'Minister Lina Haddad denied that engineers begin their work on the dam in May.'
    const denied = { ...later, text }
    const said = aSaying('that engineers begin their work on the dam in May', denied, {
      verb: 'denied',
      form: 'indirect',
    })
    expect(developmentsOf([before], [{ ...denied, sayings: [said] }])).toMatchObject([
      { kind: 'denial', speaker: 'Lina Haddad', words: text },
    ])
  })

  it.each([
    [
      'was told',
      { ...told, outlet: 'nile-wire', hours: 4 },
      'Engineers begin their work on the dam in May',
      {},
    ],
    ['is told in the outlet’s words', later, claim, { form: 'indirect' as const }],
    ['was said by nobody who is named', later, claim, { speaker: { name: null, namedBy: null } }],
    [
      'was said by a witness',
      later,
      claim,
      { speaker: { words: 'Ali Deniz', name: 'Ali Deniz', side: 'other' as const } },
    ],
  ])('is not told where it %s', (_why, report, words, own) => {
    const said = aSaying(words, report, own)
    expect(developmentsOf([before], [{ ...report, sayings: [said] }])).toEqual([])
  })
})

it('tells after two days without a report how long it was', () => {
  const later = { outlet: 'nile-wire', title: 'Tents for Van', hours: 60 }
  expect(developmentsOf([morning], [later])).toEqual([{ kind: 'quiet', days: 2 }])
  expect(developmentsOf([morning], [{ ...later, hours: 40 }])).toEqual([])
})
