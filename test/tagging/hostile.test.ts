import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import type { CountryTag } from '../../src/records/article.ts'
import { anyCharacter } from '../fakes/any-character.ts'

const tagger = createTagger({ names: [{ kind: 'person', name: 'Hakan Fidan', aliases: ['Fidan'] }] })

function isCountry({ code, score }: CountryTag): boolean {
  return /^[A-Z]{2}$/.test(code) && score > 0 && score <= 1
}

describe('text that means harm', () => {
  it('never makes the tagger throw or answer in another form', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (title, text) => {
          const { countries, topics } = tagger.tag({ title, text })
          expect(countries.every(isCountry) && topics.every(({ code }) => /^medtop:\d{8}$/.test(code))).toBe(
            true,
          )
        },
      ),
      { numRuns: 25 },
    )
  })

  it.each(['__proto__', 'constructor', 'toString hasOwnProperty', '\u202E\u0000\uD800'])(
    'reads "%s" as words like others',
    (text) => {
      expect(tagger.tag({ title: text, text }).countries).toEqual([])
    },
  )

  it.each([
    ['one endless word', 'a'.repeat(2_000_000)],
    ['a million places', 'Paris, Texas and '.repeat(100_000)],
    ['a million names', 'John Paris '.repeat(100_000)],
    ['counties without end', 'Xa County '.repeat(100_000)],
    ['initials', 'U.'.repeat(500_000)],
    ['apostrophes', "'".repeat(1_000_000)],
    ['Arabic prefixes', 'وبالو'.repeat(200_000)],
    ['Russian names', 'Иван Иванов '.repeat(100_000)],
  ])('reads no more than the beginning of %s', (_what, text) => {
    expect(tagger.tag({ title: text, text })).toEqual(
      tagger.tag({ title: text.slice(0, 1_000), text: text.slice(0, 20_000) }),
    )
    expect(tagger.tag({ title: '', text: `${text} Muscat` })).toEqual(tagger.tag({ title: '', text }))
  })
})

it('reads a place again as it did before, whatever came between', () => {
  const input = { title: '', text: 'Talks between Iran and Türkiye went on in Muscat.', language: 'en' }
  const before = tagger.tag(input)
  for (let at = 0; at < 200; at++)
    tagger.tag({ title: '', text: `Word${at} in language ${at}`, language: `l${at}` })
  expect(tagger.tag(input)).toEqual(before)
})
