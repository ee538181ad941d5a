import { expect, it } from 'vitest'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const tagger = createTagger({
  names: [{ kind: 'person', name: 'Hakan Fidan', aliases: ['Fidan', 'Хакан Фидан'] }],
})

it('says which words gave a country and which rule dropped others', () => {
  const { places, tags } = tagger.explain({
    title: 'Jordan Petersen in Ankara',
    text: 'He paid US$5 for a Turkish coffee in Türkiye.',
    language: 'en',
  })
  expect(tags.countries.map(({ code }) => code)).toEqual(['TR'])
  expect(places.map(({ words, country, reason }) => [words, country, reason])).toEqual([
    ['Jordan', null, 'name of a person'],
    ['Ankara', 'TR', 'capital'],
    ['US', null, 'a currency'],
    ['Turkish coffee', null, 'phrase that is no place'],
    ['Türkiye', 'TR', 'country'],
  ])
})

it('says where in the text the words stand', () => {
  const text = 'Talks in Beirut went on.'
  const { places } = tagger.explain({ title: '', text, language: 'en' })
  expect(text.slice((places[0]?.start ?? 0) - 1).startsWith('Beirut')).toBe(true)
})

it('says which spelling stood for a listed name', () => {
  expect(
    tagger.explain({ title: '', text: 'С Хаканом Фиданом говорили долго.', language: 'ru' }).names,
  ).toEqual([{ words: 'Хаканом Фиданом', name: 'Hakan Fidan' }])
})

it('says which words spoke for a topic', () => {
  const { topics } = tagger.explain({ title: '', text: 'Voters chose a new parliament.', language: 'en' })
  expect(topics).toContainEqual({ code: 'medtop:11000000', words: ['voters', 'parliament'] })
})
