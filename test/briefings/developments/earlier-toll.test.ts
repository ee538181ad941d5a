import { describe, expect, it } from 'vitest'
import { readFacts } from '../../../src/analysis/read-facts.ts'
import { findEarlierTolls } from '../../../src/briefings/developments/earlier-toll.ts'
import { readText } from '../../../src/language/read-text.ts'
import type { KeptFinding } from '../../../src/records/ports/findings.ts'
import { anArticle, HOUR, NOON } from '../../storage/a-read.ts'

interface AReport {
  readonly outlet: string
  readonly title: string
  readonly text?: string
  readonly hours?: number
}

const articleOf = ({ outlet, title, text = '', hours = 0 }: AReport) => ({
  ...anArticle({
    id: `${outlet}-${hours}`,
    sourceId: outlet,
    title,
    text,
    url: `https://${outlet}.example/${hours}`,
  }),
  storyId: 's',
  storylineId: 'l',
  copyOf: null,
  agency: null,
  datedAt: NOON + hours * HOUR,
})

const countedIn = (reports: readonly AReport[]): readonly KeptFinding[] =>
  reports.flatMap((report) => {
    const article = articleOf(report)
    const words = readText(`${article.title}\n${article.text}`)
    return readFacts(words, 'en', { writtenAt: article.datedAt }).map((finding) => ({ finding, article }))
  })

const goesOn = (earlier: readonly AReport[], own: readonly AReport[]) =>
  findEarlierTolls({ listed: own.map(articleOf) }, countedIn(own), countedIn(earlier))

const first: AReport = {
  outlet: 'levant-post',
  title: 'Earthquake kills at least 12 in Van province',
  text: 'At least 12 people were killed when houses fell in Van on Monday.',
}
const grown: AReport = { outlet: 'levant-post', title: 'Death toll of Van earthquake rises to 19', hours: 26 }

describe('a toll of an earlier story of the running story', () => {
  it('goes on where one outlet tells both, and says that it grew', () => {
    expect(goesOn([first], [grown])).toMatchObject([
      {
        kind: 'figure',
        what: 'killed',
        before: { value: 12, qualifier: 'atLeast' },
        now: { value: 19 },
        toldBy: 0,
        toldIn: { url: 'https://levant-post.example/0' },
        outlet: 0,
      },
    ])
  })

  it.each<[string, readonly AReport[], AReport]>([
    ['it is of another place', [first], { ...grown, title: 'Toll of floods in Herat rises to 19 dead' }],
    ['nothing says that it grew', [first], { ...grown, title: 'Second earthquake in Van province kills 19' }],
    ['another outlet told the number before', [first], { ...grown, outlet: 'nile-wire' }],
    [
      'two earlier stories have tolls of their own',
      [first, { outlet: 'levant-post', title: 'Second earthquake kills 10 in Van province', hours: 12 }],
      grown,
    ],
    [
      'it has the smaller number by itself',
      [first],
      { ...grown, text: 'In one village 12 people were killed.' },
    ],
    [
      'somebody else told a number in between',
      [first, { outlet: 'nile-wire', title: 'Earthquake in Van kills 15', hours: 8 }],
      grown,
    ],
  ])('is not told where %s', (_why, earlier, own) => {
    expect(goesOn(earlier, [own])).toEqual([])
  })
})
