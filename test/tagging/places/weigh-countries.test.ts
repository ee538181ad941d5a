import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()

const focusOf = (title: string, text: string): string =>
  tagger
    .tag({ title, text, language: 'en' })
    .countries.flatMap(({ code, focus }) => (focus ? [code] : []))
    .join(' ')

/** Returns the countries of a report from an outlet of `sourceCountry`, and whether it is about them. */
const toldIn = (text: string, sourceCountry: string, title = 'Coach faces the sack') =>
  tagger.tag({ title, text, language: 'en', sourceCountry }).countries.map(({ code, focus }) => [code, focus])

/** Returns the countries that a report names beside its subject. */
const asidesIn = (title: string, text: string, sourceCountry?: string): readonly string[] =>
  tagger
    .tag({ title, text, language: 'en', ...(sourceCountry !== undefined && { sourceCountry }) })
    .countries.flatMap(({ code, aside }) => (aside === true ? [code] : []))

describe('what an article is about', () => {
  it('is what its title names', () => {
    expect(focusOf('Turkey and Iran sign a gas deal', '')).toBe('IR TR')
  })

  it('is not where a sort of oil has its name, not even for an outlet at home there', () => {
    const text = 'Shares in Norway fell on Friday, with Brent crude down 1% at the close.'
    expect(toldIn(text, 'GB')).toEqual([['NO', true]])
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

  it('is not a country abroad of which it has one town, once', () => {
    expect(toldIn('Fans are angry with the coach, who was at Toronto before.', 'GB')).toEqual([['CA', false]])
    expect(toldIn('Fans are angry with the coach, who was at Toronto before.', 'CA')).toEqual([['CA', true]])
    expect(toldIn('Fans are angry.', 'GB', 'Coach in Toronto faces the sack')).toEqual([['CA', true]])
    expect(toldIn('Fans in Toronto are angry. Toronto lost again.', 'GB')).toEqual([['CA', true]])
    expect(toldIn('TORONTO - Fans are angry with the coach.', 'GB')).toEqual([['CA', true]])
  })

  it('is not another country than the outlet’s by one word that is used there', () => {
    const text = 'Drivers get social security. Social security is new to them, and social security is cheap.'
    expect(toldIn(text, 'IN', 'Work for drivers')).toEqual([])
    expect(toldIn(text, 'US', 'Work for drivers')).toEqual([['US', true]])
  })

  it('is led by the country whose own name the title has, not by the one that it names twice', () => {
    const { countries } = tagger.tag({
      title: 'Peru’s Danish village has no Danish baker',
      text: '',
      language: 'en',
    })
    expect(countries.map(({ code }) => code)).toEqual(['PE', 'DK'])
  })

  it('is also another country that the first sentence names', () => {
    const text =
      'Norway and Denmark will build two bridges over the strait before the end of the decade. Norway has tunnels already.'
    expect(focusOf('Two bridges for the strait', text)).toBe('NO DK')
  })

  it('is also a country that it names again and again', () => {
    const text =
      'The storm will cross Peru on Monday and bring a lot of rain to the dry valleys in the south of that country, where no storm has come for years. ' +
      'In Peru the schools of Arequipa, Cusco and Tacna close. Rain will also fall in Bolivia, where rivers are high. '
    const often = 'Bolivia has sent boats. The army of Bolivia is ready. Bolivia asks for tents.'
    expect(focusOf('Peru waits for the storm', text)).toBe('PE')
    expect(focusOf('Peru waits for the storm', `${text}${often}`)).toBe('PE BO')
  })

  it('is each country of a round-up that no title sets against another', () => {
    const countries = ['Qatar', 'Gabon', 'Algeria', 'Libya', 'Kuwait', 'Nigeria', 'Ecuador', 'Venezuela']
    const text = countries.map((country) => `${country} pumped less oil than in the month before.`).join('\n')
    expect(focusOf('Oil output falls', text).split(' ')).toHaveLength(countries.length)
  })

  it('is the country whose leader it tells of, where it names the country at all', () => {
    const text =
      'A letter came from North Korea this week, full of praise. The crowd cheered. Nobody had expected it, and nobody knew what to say to that. ' +
      'Emmanuel Macron read it aloud. Macron laughed. “We wrote beautiful letters,” Macron said of France.'
    const told = createTagger({
      names: [{ name: 'Emmanuel Macron', kind: 'person', aliases: ['Macron'], leads: 'FR' }],
    }).tag({ title: 'A letter', text, language: 'en' })
    expect(told.countries).toEqual([
      { code: 'KP', score: 1, focus: true },
      { code: 'FR', score: 0.7, focus: true },
    ])
  })
})

describe('what an article has beside its subject', () => {
  it('is a country abroad that the title leaves out', () => {
    const text = 'The skater will be at his third Winter Games in Italy. He trained in Seoul.'
    expect(asidesIn('Skater from Korea heads to the Games', text, 'KR')).toEqual(['IT'])
    expect(asidesIn('Skater from Korea heads to the Games', text, 'IT')).toEqual([])
    expect(asidesIn('Skater heads to the Games in Italy', text, 'KR')).toEqual([])
    expect(
      asidesIn('Bowler ready for the Sydney Test', 'Australia hope for a dry day in Sydney.', 'GB'),
    ).toEqual([])
  })

  it('is where somebody is from who acts at home', () => {
    const text = 'A Somali-run nursery in Minnesota lost its licence.'
    expect(asidesIn('Somali nursery loses licence', text, 'US')).toEqual(['SO'])
    expect(asidesIn('Somali nursery loses licence', text, 'FR')).toEqual(['US'])
    expect(asidesIn('Nursery in Somalia loses licence', text, 'US')).toEqual([])
  })

  it('is nothing where nobody knows what is abroad, or no title says what it is about', () => {
    const text = 'The ferry from Norway ran aground off Denmark.'
    expect(asidesIn('Ferry runs aground', text)).toEqual([])
    expect(asidesIn('', text, 'GB')).toEqual([])
  })
})
