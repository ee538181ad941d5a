import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()

const focusOf = (title: string, text: string): string =>
  tagger
    .tag({ title, text, language: 'en' })
    .countries.flatMap(({ code, focus }) => (focus ? [code] : []))
    .join(' ')

describe('what an article is about', () => {
  it('is what its title names', () => {
    expect(focusOf('Turkey and Iran sign a gas deal', '')).toBe('IR TR')
  })

  it('is not where the agency is at home that it credits', () => {
    const { countries } = tagger.tag({
      title: '',
      text: 'به گزارش خبرگزاری فارس، دولت ترکیه و دولت عراق درباره نفت توافق کردند.',
      language: 'fa',
    })
    expect(countries.flatMap(({ code, focus }) => (focus ? [code] : [])).sort()).toEqual(['IQ', 'TR'])
  })

  it('is not what it names once further down', () => {
    const text =
      'The government of Norway will build two bridges over the fjord before the end of the decade. Norway has tunnels already. ' +
      'A firm in Denmark won the contract last year.'
    expect(focusOf('Two bridges for the fjord', text)).toBe('NO')
  })

  it('is also another country that the first sentence names', () => {
    const text =
      'Norway and Denmark will build two bridges over the strait before the end of the decade. Norway has tunnels already.'
    expect(focusOf('Two bridges for the strait', text)).toBe('NO DK')
  })
})
