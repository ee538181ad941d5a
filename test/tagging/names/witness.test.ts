import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()
const people = (text: string): string[] =>
  tagger.tag({ title: '', text, language: 'en' }).people.map(({ name }) => name)

describe('whoever has no known first name', () => {
  it.each([
    [
      'nothing else beside it',
      'Nobody in the old town knew how Zohrab Tamdeni became the oldest student of the school.',
      [],
    ],
    [
      'a title before it',
      'Nobody in the old town knew how Mayor Zohrab Tamdeni became the oldest student of the school.',
      ['Zohrab Tamdeni'],
    ],
    [
      'a profession before it',
      'The book fair opened on Friday with the composer Zohrab Tamdeni and a short concert.',
      ['Zohrab Tamdeni'],
    ],
    [
      'a profession and a comma before it',
      'The woman, Lunjana Pamei, reportedly had been in the old town for a year when she left.',
      ['Lunjana Pamei'],
    ],
    [
      'a verb of saying behind it',
      'The book fair is too loud for the old town, Zohrab Tamdeni told reporters on Friday.',
      ['Zohrab Tamdeni'],
    ],
    ['a known family name', 'The book fair is mostly about Zohrab Jenkins this year.', ['Zohrab Jenkins']],
    [
      'the family name alone elsewhere',
      'The book fair is mostly about Zohrab Tamdeni this year. Nobody in the old town had asked Tamdeni before.',
      ['Zohrab Tamdeni'],
    ],
    [
      'people beside it in a list',
      'The book fair is about Martin Oakfield, Zohrab Tamdeni and Brenda Holloway this year.',
      ['Martin Oakfield', 'Zohrab Tamdeni', 'Brenda Holloway'],
    ],
  ])('and %s', (_, text, expected) => {
    expect(people(text)).toEqual(expected)
  })
})
