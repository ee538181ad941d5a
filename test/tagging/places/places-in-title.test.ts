import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()

describe('titlePlaces', () => {
  it.each([
    ['Bomb in Mosul kills 12', [{ name: 'mosul', country: 'IQ', division: '', isCity: true }]],
    ['Flood drowns fields in Oregon', [{ name: 'oregon', country: 'US', division: 'OR', isCity: false }]],
    ['Fire in Basra kills three', [{ name: 'basra', country: 'IQ', division: 'BA', isCity: true }]],
    ['Взрыв в Мосуле: 12 погибших', [{ name: 'мосул', country: 'IQ', division: '', isCity: true }]],
    ['Paris backs the treaty with Iraq', []],
  ])('names cities and divisions of a title, not countries or capitals: %s', (title, places) => {
    expect(tagger.tag({ title, text: '' }).titlePlaces).toEqual(places)
  })

  it('leaves places of the text alone', () => {
    expect(tagger.tag({ title: 'Bomb kills 12', text: 'A bomb in Mosul killed 12.' }).titlePlaces).toEqual([])
  })
})
