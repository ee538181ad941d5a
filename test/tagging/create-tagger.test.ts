import { expect, it } from 'vitest'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const tagger = createTagger()
const countries = (title: string, text = ''): string[] =>
  tagger.tag({ title, text }).countries.map(({ code }) => code)

it('reads names, nationalities and seats of government as their country', () => {
  expect(countries('Kremlin and Tehran welcome the Turkish offer').sort()).toEqual(['IR', 'RU', 'TR'])
})

it('puts the countries an article is about into focus and not those it mentions in passing', () => {
  const { countries: found } = tagger.tag({
    title: 'Flood in northern Italy',
    text: `Rivers burst their banks across Italy on Monday. Italian rescuers moved families out of Bologna. ${'The water rose for hours and roads were closed. '.repeat(6)}A crew from Austria helped.`,
  })
  expect(found).toEqual([
    expect.objectContaining({ code: 'IT', focus: true, score: 1 }),
    expect.objectContaining({ code: 'AT', focus: false }),
  ])
})

it('tells the same of a text whatever it has read before', () => {
  const article = {
    title: '',
    text: 'Traders said the U.S. Agriculture Department would report on Monday.',
    language: 'en',
  }
  const practised = createTagger()
  practised.tag({ title: '', text: 'Smith told us, John Smith: let us. Trump and us Smith.', language: 'en' })
  expect(practised.tag(article)).toEqual(createTagger().tag(article))
})
