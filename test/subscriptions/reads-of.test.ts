import { describe, expect, it } from 'vitest'
import { readsOf } from '../../src/subscriptions/reads-of.ts'

describe('readsOf', () => {
  it('gives the languages that somebody names, as they are liked', () => {
    expect(readsOf({ language: 'de', reads: ['ar', 'en'] })).toEqual(['ar', 'en'])
    expect(readsOf({ language: 'de', reads: ['ar'] })).toEqual(['ar'])
  })

  it('takes the language of our own words and English where nobody does', () => {
    expect(readsOf({ language: 'de-AT' })).toEqual(['de', 'en'])
    expect(readsOf({ language: 'en' })).toEqual(['en'])
  })
})
