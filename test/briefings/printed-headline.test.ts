import { describe, expect, it } from 'vitest'
import { printedHeadline } from '../../src/briefings/printed-headline.ts'

describe('a headline as it is printed', () => {
  it.each([
    ['17:10 Vik backs a vote on the harbour', 'Vik backs a vote on the harbour'],
    ['[09:45] Vik backs a vote on the harbour', 'Vik backs a vote on the harbour'],
    ['10.11.2018 09:30 : «Норд» закрывает порт Вик', '«Норд» закрывает порт Вик'],
    ['10/11/2018 - Vik closes its harbour', 'Vik closes its harbour'],
    ['UPDATE 3-Vik closes its harbour', 'Vik closes its harbour'],
    ['RPT-UPDATE 3-Vik closes its harbour', 'Vik closes its harbour'],
    ['Breaking: Vik closes its harbour', 'Vik closes its harbour'],
    ['VIK MARKETS-Harbour shares slip again', 'Harbour shares slip again'],
    ['Vik closes its harbour over the storm (2)', 'Vik closes its harbour over the storm'],
  ])('lacks what serves the lists of its outlet: %s', (title, printed) => {
    expect(printedHeadline(title)).toBe(printed)
    expect(printedHeadline(printed)).toBe(printed)
  })

  it.each([
    '04.01.2026 jest niedziela handlowa w Viku',
    'UN-Habitat opens an office in Vik',
    'ISIS-inspired attack on Vik was prevented',
    '10:30 is the last ferry of the day to Vik',
    'Vik wins (2)',
    'Lead: a metal that Vik cannot get rid of',
    'Lead-poisoned wells close in Vik',
    'Urgent-care clinics close in Vik',
    'Lead-Poisoned Wells Close in Vik',
    'Vik (pop. 12,000) closes its harbour',
    '',
  ])('keeps what belongs to it: %s', (title) => {
    expect(printedHeadline(title)).toBe(title)
  })
})
