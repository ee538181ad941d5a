import { describe, expect, it } from 'vitest'
import { labelOutlet } from '../../../src/chat/wording/story.ts'

const label = (own: object, language = 'en'): string =>
  labelOutlet({ name: 'Old Gazette', country: 'LB', ownership: 'private', language: 'en', ...own }, language)
    .map(({ text }) => text)
    .join('')

describe('labelOutlet', () => {
  it('names country, ownership and a language that the reader does not read', () => {
    expect(label({})).toBe('Old Gazette (Lebanon, private)')
    expect(label({ language: 'ar' })).toBe('Old Gazette (Lebanon, private, Arabic)')
  })

  it('says of an outlet that is no source any more just that', () => {
    expect(label({ country: '', ownership: null })).toBe('Old Gazette (no longer read)')
    expect(label({ country: '', ownership: null }, 'de')).toBe('Old Gazette (nicht mehr gelesen, Englisch)')
  })
})
