import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const tagger = createTagger()

/** Returns where, by whom and when each figure of a text was counted. */
const told = (language: string, text: string) =>
  analyse(tagger, { title: '', text, language, writtenAt: Date.parse('2026-03-10') }).findings.flatMap(
    (finding) =>
      finding.kind === 'figure'
        ? [[finding.value, finding.place ?? '', finding.countedBy ?? '', finding.when ?? '']]
        : [],
  )

describe('where, by whose count and when something was counted', () => {
  it.each([
    [
      'en',
      'At least 12 people were killed in Mariupol, Ukraine, on Monday, the health ministry said.',
      [[12, 'Mariupol, Ukraine', 'the health ministry', '2026-03-09']],
    ],
    ['tr', "Gazze'de 14 kişi öldü.", [[14, 'Gazze', '', '']]],
    ['ar', 'قتل 14 شخصا في دمشق أمس.', [[14, 'دمشق', '', '2026-03-09']]],
    ['ru', 'В Киеве погибли 17 человек, сообщила полиция.', [[17, 'Киеве', 'полиция', '']]],
  ])('stands with it where its sentence says so in %s: %s', (language, text, expected) => {
    expect(told(language, text)).toEqual(expected)
  })

  it('is left out where several places are told, or none by a preposition', () => {
    expect(told('en', 'A blast in Lagos killed 4 and one in Kano killed 7.')).toEqual([
      [4, '', '', ''],
      [7, '', '', ''],
    ])
    expect(told('en', 'Israeli forces killed three Palestinians.')).toEqual([[3, '', '', '']])
  })
})
