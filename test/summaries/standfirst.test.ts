import { describe, expect, it } from 'vitest'
import { readPassages } from '../../src/summaries/read-passages.ts'
import { findStandfirst } from '../../src/summaries/standfirst.ts'

const restOf = (sentence: string, language = 'en', title = ''): string | null => {
  const at = findStandfirst(sentence, language, title)
  return at === null ? null : sentence.slice(at)
}

describe('findStandfirst', () => {
  it.each([
    [
      'an article that English writes small',
      'Mayor says dam of Vik held longer than anybody hoped after night of rain The dam above Vik burst on Monday, the mayor said.',
      'The dam above Vik burst on Monday, the mayor said.',
    ],
    [
      'an ordinary word',
      'Engineers had warned of cracks in the wall for years Families from nine streets of Vik were warned too late, the engineers say.',
      'Families from nine streets of Vik were warned too late, the engineers say.',
    ],
    [
      'a number before',
      'Most rain in Vik since 1951 More rain fell on Vik in one night than in a month.',
      'More rain fell on Vik in one night than in a month.',
    ],
    [
      'an ordinary word behind a name that a small word leads to',
      'Mayor warns nine streets under the dam of more rain over Vik Families from nine streets were warned of more rain on Monday.',
      'Families from nine streets were warned of more rain on Monday.',
    ],
    [
      'the live page that it leads to',
      'Mayor orders nine streets to be left after wall gives way Vik floods – latest updates Kari Moen has told engineers to open the second dam.',
      'Kari Moen has told engineers to open the second dam.',
    ],
  ])('parts the two at %s', (_, sentence, expected) => {
    expect(restOf(sentence)).toBe(expected)
  })

  it.each([
    'The mayor told the Vik Herald that the dam of Vik had been inspected twice in that year.',
    'Rescuers of the Norwegian Red Cross and of the Home Guard searched the houses of Vik all night.',
    'The page named live updates Kari Moen had written all night was read in Vik.',
    'Nine engineers of the old dam praised George Stone for the nine years of his work with engineers of the dam.',
    'The film The Long Rain, which was shown in Vik, tells of a film that nobody saw.',
  ])('leaves a sentence whole: %s', (sentence) => {
    expect(restOf(sentence)).toBeNull()
  })

  it('reads none in a language of which nobody wrote down what it writes small', () => {
    expect(
      restOf('Der Damm brach nach einer Nacht Regen Der Damm oberhalb von Vik brach am Montag.', 'de'),
    ).toBeNull()
  })
})

describe('findStandfirst, of a report with a title', () => {
  const standfirst =
    'Norwegian goes after 19 months above the old dam, where tensions had hurt all friendships'
  const report = 'Kari Moen has left the ministry of water.'

  it('parts the two where somebody of the title stands with a verb', () => {
    expect(restOf(`${standfirst} ${report}`)).toBeNull()
    expect(restOf(`${standfirst} ${report}`, 'en', 'Kari Moen leaves ministry in a hurry')).toBe(report)
  })

  it('parts them before the first of the title, where a word before it might begin, too', () => {
    const before = `${standfirst} before she was shown Swedish papers`
    const title = 'Kari Moen leaves ministry of water after Swedish report'
    expect(restOf(`${before} ${report}`, 'en', title)).toBe(report)
  })

  it.each([
    [
      'the title says no more of it',
      'Norwegian goes after tensions above old dam, as Kari Moen left',
      ` ${report}`,
    ],
    [
      'no verb follows',
      'Kari Moen leaves ministry in a hurry',
      ' Kari Moen of the ministry left in a hurry.',
    ],
    [
      'it goes on from "that"',
      'Kari Moen leaves ministry in a hurry',
      `, and it was told that old ${report}`,
    ],
    ['it tells who somebody is', 'Kari Moen leaves ministry in a hurry', `, wrote the writer ${report}`],
  ])('leaves a sentence whole where %s', (_, title, behind) => {
    expect(restOf(`${standfirst}${behind}`, 'en', title)).toBeNull()
  })
})

it('a teaser is not told where a name parts the two, of which it may be either', () => {
  const teaser =
    'Norwegian goes after 19 months above old dams, where tensions grew with all in Bergen Kari Moen has left the ministry of water.'
  const tornUnder = (title: string) => readPassages(0, teaser, 'en', title).map(({ torn }) => torn)
  expect(tornUnder('Kari Moen leaves ministry of water in a hurry')).toEqual([true])
  expect(tornUnder('Tensions above old dams of Bergen')).toEqual([false])
})

it('a teaser is told from behind its standfirst', () => {
  const teaser =
    'Engineers had warned of cracks in the wall for years Families from nine streets of Vik were warned too late, the engineers say.'
  expect(readPassages(0, teaser, 'en').map(({ text }) => text)).toEqual([
    'Families from nine streets of Vik were warned too late, the engineers say.',
  ])
})
