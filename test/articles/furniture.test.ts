import { describe, expect, it } from 'vitest'
import { countLines, readLines, withoutFurniture } from '../../src/articles/furniture.ts'
import type { PrintedLine } from '../../src/records/source.ts'

interface Report {
  readonly title: string
  readonly text: string
}

/** Four unrelated reports. */
const REPORTS: readonly Report[] = [
  { title: 'Dam above Vik breaks', text: 'Nine streets of the old town were flooded on Monday morning.' },
  { title: 'Bank lowers its rate', text: 'Borrowers will pay a quarter less for mortgages from June.' },
  { title: 'Skier wins third medal', text: 'She finished two seconds ahead of her rival from Austria.' },
  { title: 'Wolves seen near capital', text: 'Hunters asked the ministry to allow culls this winter.' },
]

/** Returns what is left of reports to each of which one of these lines was added, in order. */
function clear(lines: readonly string[], reports = REPORTS, language = 'en'): readonly string[] {
  const known = new Map<string, PrintedLine>()
  const read = reports.map(({ title, text }, i) =>
    readLines(title, `${text} ${lines[i] ?? ''}`.trim(), language),
  )
  for (const one of read) for (const [line, counted] of countLines(known, [one], 0)) known.set(line, counted)
  return read.map((one) => withoutFurniture(one, known))
}

const same = (line: string): readonly string[] => REPORTS.map(() => line)
const bare = REPORTS.map(({ text }) => text)

describe('page furniture of a source', () => {
  it.each([
    'Our evening letter sums up the day at half past six.',
    'Norwire darf keine Verantwortung für fremde Seiten übernehmen.',
    'Norwire жумасына бир жолу кат жазат жана окурмандарга жөнөтөт.',
    'नॉरवायर के साथ जुड़े रहें और हर शाम ख़बर पाएँ।',
  ])(
    'is what it prints under articles that have nothing to do with each other, in any language: %s',
    (line) => {
      expect(clear(same(line))).toEqual(bare)
    },
  )

  it('is told by its form where names and numbers change', () => {
    expect(
      clear([
        'Kari Moen reported from Vik, and Ola Berg from Oslo.',
        'Nils Holm reported from Bergen, and Eva Lie from Molde.',
        'Ida Strand reported from Tromsø, and Per Dahl from Narvik.',
        'Jon Vik reported from Bodø, and Liv Aas from Hamar.',
      ]),
    ).toEqual(bare)
    expect(
      clear([
        'Kari Moen reports during Evening News at 6pm on Monday.',
        'Nils Holm reports during Morning News at 7am on Friday.',
        'Ida Strand reports during Evening News at 6pm on Sunday.',
        'Jon Vik reports during Evening News at 6pm on Tuesday.',
      ]).at(-1),
    ).toBe(bare.at(-1))
  })

  it('is not known before three articles had it', () => {
    const lines = same('Our evening letter sums up the day at half past six.')
    expect(clear(lines.slice(0, 2), REPORTS.slice(0, 2))[0]).toContain('evening letter')
  })

  it('is no sentence that reports of one event share', () => {
    const background = 'The wall was built in 1962 and inspected in spring.'
    const reports = ['breaks', 'broke after rain', 'had cracks', 'costs nine million'].map((end, i) => ({
      title: `Dam above Vik ${end}`,
      text: `The dam above Vik flooded street number ${'one two three four'.split(' ')[i]} on Monday.`,
    }))
    for (const text of clear(same(background), reports)) expect(text).toContain(background)
  })

  it('is no sentence about what the titles tell, whatever else they tell', () => {
    const background = 'The treaty between Norway and Sweden was signed in 1962.'
    const reports = REPORTS.map(({ title, text }) => ({
      title: `${title}: treaty of Norway, Sweden signed`,
      text,
    }))
    for (const text of clear(same(background), reports)) expect(text).toContain(background)
  })

  it('is no sentence of two words', () => {
    for (const text of clear(same('He was 63.'))) expect(text).toContain('He was 63.')
  })

  it('leaves a paragraph where it was, so that no sentence runs across', () => {
    const line = 'Our evening letter sums up the day at half past six.'
    const reports = REPORTS.map(({ title, text }) => ({ title, text: `${text} ${line} Then the ${title}` }))
    expect(clear([], reports)).toEqual(REPORTS.map(({ title, text }) => `${text}\n\nThen the ${title}`))
  })
})
