import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'
import { makeWordMemory } from '../../../src/tagging/known-word.ts'
import { withFirstNamed } from '../../../src/tagging/names/by-first-name.ts'
import type { NameSpan } from '../../../src/tagging/names/find-spans.ts'
import { makeNameBook } from '../../../src/tagging/names/name-book.ts'
import { openPlaceBook } from '../../../src/tagging/places/place-book.ts'
import { readText } from '../../../src/language/read-text.ts'

const know = makeWordMemory({ places: openPlaceBook(), names: makeNameBook([]) })

/** The names added to `spans` in a Russian text all of whose words have the same chance. */
function added(text: string, { chance = 0.2, spans = [] as readonly NameSpan[], taken = -1 } = {}): string[] {
  const words = readText(text)
  const found = { spans, personChanceAt: () => chance }
  return withFirstNamed(words, know(words.folded, 'ru'), found, (at) => at !== taken)
    .filter((span) => !spans.includes(span))
    .map(({ first, last }) => words.text.slice(words.start[first], words.end[last]))
}

describe('a known first name and a capitalised word', () => {
  it.each([
    ['in any case', 'Письмо передали Катерине Драйвен вечером.', ['Катерине Драйвен']],
    ['but not a club of a town', 'Гости из клуба Вашингтон Оттерс проиграли.', []],
    ['but not two parts of a longer name', 'Письмо передала Катерина Львовна Драйвен.', []],
    ['but not with an initial', 'Письмо передала Катерина Др. вечером.', []],
    ['but not with an abbreviation', 'Письмо передала Катерина ООН вечером.', []],
    ['but not across a comma', 'Письмо передала Катерина, Драйвен пришёл позже.', []],
    ['but not with a hyphen', 'Письмо передала Катерина-Драйвен вечером.', []],
  ])('name somebody, %s', (_, text, expected) => {
    expect(added(text)).toEqual(expected)
  })

  const text = 'Письмо передала Катерина Драйвен вечером.'
  it('name nobody if the weights are sure of that', () => {
    expect(added(text, { chance: 0.05 })).toEqual([])
  })

  it('name nobody if a word is part of something else', () => {
    expect(added(text, { taken: 3 })).toEqual([])
    const span = { first: 2, last: 3, kind: 'organisation', chance: 1 } as const
    expect(added(text, { spans: [span] })).toEqual([])
  })

  it('replace the half that the weights found', () => {
    const words = readText(text)
    const found = {
      spans: [{ first: 3, last: 3, kind: 'person', chance: 0.5 } as const],
      personChanceAt: () => 0.5,
    }
    const spans = withFirstNamed(words, know(words.folded, 'ru'), found, () => true)
    expect(spans.map(({ first, last }) => [first, last])).toEqual([[2, 3]])
  })

  it.each([
    ['ru', 'Программисту помог университет города, Доминик Драйвен открыл вуз.'],
    ['uk', 'Перемогла Олена Лохенер, книгу прочитали в школі.'],
  ])('are found in %s', (language, sentence) => {
    const { people } = createTagger().tag({ title: '', text: sentence, language })
    expect(people).toHaveLength(1)
  })
})
