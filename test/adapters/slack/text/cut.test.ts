import { array, assert, integer, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../../../adapters/slack/text/rich.ts'
import { harmless } from '../../../../src/words/harmless.ts'
import { anyCharacter } from '../../../fakes/any-character.ts'

const texts = (runs: ReturnType<typeof cut>) => runs.map((run) => run.map(({ text }) => text).join(''))

describe('cut', () => {
  it('leaves what fits as it is', () => {
    expect(texts(cut([{ text: 'The harbour ' }, { text: 'opens.' }], 100))).toEqual(['The harbour opens.'])
  })

  it('cuts at a blank', () => {
    expect(texts(cut([{ text: 'The harbour opens again' }], 20))).toEqual(['The harbour opens ', 'again'])
  })

  it('counts the address of a link', () => {
    const url = `https://a.example/${'b'.repeat(60)}`
    expect(texts(cut([{ text: 'The harbour opens ' }, { text: '[1]', url }], 100))).toEqual([
      'The harbour opens ',
      '[1]',
    ])
  })

  it('cuts a word that is longer than any language has, and no pair of surrogates', () => {
    expect(texts(cut([{ text: `a${'🌍'.repeat(300)}` }], 602))).toEqual([`a${'🌍'.repeat(299)}`, '🌍'])
  })

  it('loses nothing and keeps every run within the limit', () => {
    const span = record({ text: string({ unit: anyCharacter, maxLength: 80 }) })
    assert(
      property(array(span), integer({ min: 20, max: 90 }), (spans, most) => {
        const runs = texts(cut(spans, most))
        expect(runs.join('')).toBe(spans.map(({ text }) => harmless(text)).join(''))
        expect(runs.filter((text) => text.length > most)).toEqual([])
      }),
    )
  })
})
