import { describe, expect, it } from 'vitest'
import { createFurnitureBlanker } from '../../src/cli/create-furniture-blanker.ts'

const LINE = 'Our evening letter sums up the day at half past six.'
const REPORTS = [
  ['Dam above Vik breaks', 'Nine streets of the old town were flooded on Monday.'],
  ['Bank lowers its rate', 'Borrowers will pay a quarter less for mortgages.'],
  ['Skier wins third medal', 'She finished two seconds ahead of her rival.'],
].map(([title = '', text = '']) => ({ title, text: `${LINE} ${text}` }))

describe('createFurnitureBlanker', () => {
  it('blanks what an outlet printed under unrelated articles before, and leaves the rest in its place', () => {
    const filter = createFurnitureBlanker()
    const texts = REPORTS.map((report) => filter([{ ...report, outlet: 'norwire' }])[0]?.text ?? '')
    expect(texts.slice(0, 2)).toEqual(REPORTS.slice(0, 2).map(({ text }) => text))
    expect(texts[2]?.trim()).toBe('She finished two seconds ahead of her rival.')
    expect(texts[2]).toHaveLength(REPORTS[2]?.text.length ?? 0)
  })

  it('learns nothing where the outlet is not told, nor from one outlet for another', () => {
    const filter = createFurnitureBlanker()
    const texts = REPORTS.map((report) => filter([report])[0]?.text)
    expect(texts).toEqual(REPORTS.map(({ text }) => text))
    const outlets = ['a', 'b', 'c'].map((outlet, i) => ({ title: '', text: '', ...REPORTS[i], outlet }))
    expect(filter(outlets)).toEqual(outlets)
  })
})
