import { describe, expect, it } from 'vitest'
import { findSayings } from '../../../src/analysis/sayings/find-sayings.ts'
import { readText } from '../../../src/language/read-text.ts'

/** Returns who says what and how, in the words of the text. */
function told(language: string, text: string) {
  const words = readText(text)
  return findSayings({ words, names: [] }, language).map(({ speaker, pieces, form }) => [
    speaker === null ? null : text.slice(words.start[speaker.first], words.end[speaker.last]),
    pieces.map(({ start, end }) => text.slice(start, end)).join(' … '),
    form,
  ])
}

describe('who said what', () => {
  it.each([
    [
      'en',
      'The minister said on Tuesday that the bridge is safe.',
      [['The minister', 'the bridge is safe.', 'indirect']],
    ],
    [
      'en',
      '“We will rebuild it,” said Lena Hoxha, the mayor. “It takes a year.”',
      [['Lena Hoxha', '“We will rebuild it,” … “It takes a year.”', 'direct']],
    ],
    [
      'en',
      'The talks failed, according to the ministry.',
      [['the ministry', 'The talks failed', 'indirect']],
    ],
    [
      'en',
      'Lena Hoxha, of Springfield, said the pier was open.',
      [['Lena Hoxha', 'the pier was open.', 'indirect']],
    ],
    [
      'en',
      '“Who do they think they are?” Lena Hoxha said of the company on Friday.',
      [['Lena Hoxha', '“Who do they think they are?”', 'direct']],
    ],
    [
      'en',
      'The pier, Lena Hoxha said, would open to visitors again in May.',
      [['Lena Hoxha', 'The pier … would open to visitors again in May.', 'indirect']],
    ],
    [
      'en',
      'Lena Hoxha, 41, a baker from Springfield, said she had seen nothing.',
      [['Lena Hoxha', 'she had seen nothing.', 'indirect']],
    ],
    [
      'en',
      'Lena Hoxha — the mayor since 2019 — says the pier is safe.',
      [['Lena Hoxha', 'the pier is safe.', 'indirect']],
    ],
    [
      'en',
      'That will take a year, said Lena Hoxha, a baker who lives there.',
      [['Lena Hoxha', 'That will take a year', 'indirect']],
    ],
    [
      'en',
      'At a fair in Springfield, she said, “The pier will open in May.”',
      [['she', '“The pier will open in May.”', 'direct']],
    ],
    [
      'en',
      'On Friday morning, as the rain stopped, the ministry said at noon the pier was open.',
      [['the ministry', 'at noon the pier was open.', 'indirect']],
    ],
    [
      'en',
      'The pier “needs more time,” Hoxha said on Friday.',
      [['Hoxha', 'The pier “needs more time,”', 'mixed']],
    ],
    [
      'en',
      'Lena Hoxha (R-Ohio), the chair, said that the pier was open.',
      [['Lena Hoxha', 'the pier was open.', 'indirect']],
    ],
    [
      'en',
      'Lena Hoxha, of Springfield, Va., said the pier was open.',
      [['Lena Hoxha', 'the pier was open.', 'indirect']],
    ],
    [
      'en',
      'Most visitors like the pier, a poll shows.',
      [['a poll', 'Most visitors like the pier', 'indirect']],
    ],
    ['en', '“Why is the pier closed?” Hoxha demanded.', [['Hoxha', '“Why is the pier closed?”', 'direct']]],
    [
      'en',
      'The minister said the pier was safe, but engineers found cracks.',
      [['The minister', 'the pier was safe', 'indirect']],
    ],
    [
      'en',
      'The minister said that the pier was safe, but that it would close.',
      [['The minister', 'the pier was safe, but that it would close.', 'indirect']],
    ],
    [
      'en',
      "The city's first Muslim mayor, Lena Hoxha, has promised to open the pier.",
      [['Lena Hoxha', 'open the pier.', 'indirect']],
    ],
    ['en', 'Visitors like the bells, another one which threatened to fall.', []],
    [
      'en',
      '“The pier is open to all,” Hoxha said on “A Day at the Old Pier.”',
      [['Hoxha', '“The pier is open to all,”', 'direct']],
    ],
    ['en', 'It said the pier was open.', [['It', 'the pier was open.', 'indirect']]],
    ['en', 'Two bakers condemned the plan.', [['Two bakers', 'the plan.', 'indirect']]],
    [
      'en',
      'The pier\nHer friend Hope never said the pier was open, Lena Hoxha said.',
      [['Lena Hoxha', 'Her friend Hope never said the pier was open', 'indirect']],
    ],
    [
      'en',
      'On the pier\n\nThey met at noon.\n\nHOXHA: The pier is closed today. We open it in May.\n\nIt rained.',
      [['HOXHA', 'The pier is closed today. We open it in May.', 'direct']],
    ],
    [
      'de',
      'Im gleichen Interview sagte der Verteidigungsminister, dass die Brücke sicher sei.',
      [['der Verteidigungsminister', 'die Brücke sicher sei.', 'indirect']],
    ],
    [
      'de',
      'Der Rat begründet dies damit, dass die Brücke unsicher sei.',
      [['Rat', 'die Brücke unsicher sei.', 'indirect']],
    ],
    [
      'de',
      'Nach Angaben der Polizei wurden drei Menschen verletzt.',
      [['der Polizei', 'wurden drei Menschen verletzt.', 'indirect']],
    ],
    [
      'de',
      '„Das ist ein guter Tag“, erinnerte sich Trotnow später.',
      [['Trotnow', '„Das ist ein guter Tag“', 'direct']],
    ],
    [
      'fr',
      '« Nous reconstruirons le pont », a déclaré le maire.',
      [['le maire', '« Nous reconstruirons le pont »', 'direct']],
    ],
    ['ru', 'Министр заявил, что мост безопасен.', [['Министр', 'мост безопасен.', 'indirect']]],
  ])('%s: %s', (language, text, sayings) => {
    expect(told(language, text)).toEqual(sayings)
  })

  it.each([
    ['en', 'The plan, backed by investors, was dropped.'],
    ['en', 'He did not say when the bridge would open.'],
    ['de', 'Im Park gab es drei Bäume.'],
  ])('finds nothing where nobody says it: %s %s', (language, text) => {
    expect(told(language, text)).toEqual([])
  })

  it('tells reported speech in the subjunctive as what the one before goes on saying', () => {
    expect(told('de', 'Der Minister sagte, die Brücke sei sicher. Sie werde im Mai öffnen.')).toEqual([
      ['Der Minister', 'die Brücke sei sicher.', 'indirect'],
      [null, 'Sie werde im Mai öffnen.', 'indirect'],
    ])
  })

  it('tells what somebody says that another one said with what the first one says', () => {
    expect(told('en', 'The minister said the mayor had promised a new bridge.')).toHaveLength(1)
  })
})

describe('in a language whose verbs of saying nobody wrote down', () => {
  it('tells what is quoted beside a name, and no titles or odd words', () => {
    expect(told('pl', '„Most otworzymy w maju, przejazd będzie darmowy” – powiedział Jan Nowak.')).toEqual([
      ['Jan Nowak', '„Most otworzymy w maju, przejazd będzie darmowy”', 'direct'],
    ])
    expect(told('pl', 'Film „Morze i my” nakręcił Jan Nowak.')).toEqual([])
    expect(told('pl', '„Most otworzymy w maju, przejazd będzie darmowy” – napisano na stronie.')).toEqual([])
  })
})
