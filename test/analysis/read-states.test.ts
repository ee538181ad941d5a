import { describe, expect, it } from 'vitest'
import { isOtherState, readStates, type FoundState } from '../../src/analysis/states/read-states.ts'

const statesOf = (text: string, language: string): readonly string[] =>
  readStates(text, language).map(({ state }) => state)

describe('a headline', () => {
  it.each([
    ['en', 'Two climbers missing on Mount Erciyes', 'missing'],
    ['en', 'Climbers were found in a hut on Mount Erciyes', 'found'],
    ['de', 'Grenzübergang bei Kapikule wieder geöffnet', 'open'],
    ['tr', 'Kapıkule sınır kapısı kapatıldı', 'closed'],
    ['tr', 'Gazeteci serbest bırakıldı', 'freed'],
    ['ar', 'إغلاق معبر باب الهوى أمام الشاحنات', 'closed'],
    ['ar', 'والإفراج عن الصحفيين في بيروت', 'freed'],
    ['fa', 'خبرنگار در تهران آزاد شد', 'freed'],
    ['fr', 'Le maire de Nice condamné en appel', 'convicted'],
    ['ru', 'Бывший министр оправдан судом', 'acquitted'],
    ['es', 'Reanudados los vuelos a Beirut', 'resumed'],
  ])('in %s says how things stand: %s', (language, text, state) => {
    expect(statesOf(text, language)).toEqual([state])
  })

  it.each([
    ['en', 'Climbers not found on Mount Erciyes'],
    ['en', 'Families demand hostages are freed'],
    ['en', 'Crossing closed since May reopens'],
    ['en', 'Police release video of the raid'],
    ['en', 'Ministry: figures released late'],
    ['tr', 'Bakan açıklamada bulundu'],
    ['de', 'Grenzübergang soll wieder geöffnet werden'],
    ['zh', '边境口岸重新开放'],
  ])('in %s does not where it is not so, not yet, or of two minds: %s', (language, text) => {
    expect(statesOf(text, language)).toEqual([])
  })
})

function read(text: string): FoundState {
  const [told] = readStates(text, 'en')
  if (told === undefined) throw new Error(text)
  return told
}

it('says otherwise than another only where both speak of the same', () => {
  const closed = read('Kapikule border crossing closed to lorries')
  expect(isOtherState(read('Kapikule crossing reopens to lorries'), closed)).toBe(true)
  expect(isOtherState(read('Ankara airport reopens'), closed)).toBe(false)
  expect(isOtherState(read('Smuggler arrested at Kapikule border crossing'), closed)).toBe(false)
})
