import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/summaries/summarise.ts'

const LEAD = 'The dam above Vik broke on Monday and flooded nine streets.'
const article = (text: string, outlet: string, language = 'en') => ({
  title: 'Dam breaks',
  text,
  outlet,
  language,
})
const texts = (input: Parameters<typeof summarise>[0]): string[] => summarise(input).map(({ text }) => text)

describe('summarise, of a story', () => {
  it('does not tell the lead of a wire report twice', () => {
    const copies = ['a', 'b', 'c'].map((outlet) =>
      article(`${LEAD} Soldiers searched the houses of the old town.`, outlet),
    )
    const told = texts({ articles: copies, sentences: 3 })
    expect(new Set(told).size).toBe(told.length)
  })

  it('begins with the event, not with a voice or with the shortest sentence', () => {
    const event =
      'The dam above Vik broke on Monday after eleven days of rain and flooded nine streets of the old town, where nine people are missing.'
    const told = texts({
      articles: [
        article(
          `"The dam broke, nine streets are flooded, people are missing," mayor Kari Moen said in Vik. ${event}`,
          'a',
        ),
        article(`The dam above Vik broke. ${event.replace('eleven days', 'days')} Schools are closed.`, 'b'),
      ],
      sentences: 2,
    })
    expect(told[0]).toMatch(/^The dam above Vik broke on Monday/)
  })

  it('lets two witnesses outweigh four copies', () => {
    const copies = ['a', 'b', 'c', 'd'].map((outlet) =>
      article(
        'A brass band from Lom cancelled its summer concert. Tickets for the band concert are refunded.',
        outlet,
      ),
    )
    const witnesses = [
      article(`${LEAD} The mayor asked for boats.`, 'e'),
      article(
        'Nine streets were flooded on Monday when the dam above Vik broke. Boats are on their way.',
        'f',
      ),
      article(
        'A dam that broke above Vik flooded nine streets on Monday, police said. Schools are closed.',
        'g',
      ),
    ]
    expect(texts({ articles: [...copies, ...witnesses], sentences: 1 })[0]).toContain('dam')
  })

  it('keeps to the language of most reports', () => {
    const told = texts({
      articles: [
        article(LEAD, 'a'),
        article('Плотина над городом Вик прорвалась в понедельник.', 'b', 'ru'),
        article('Nine streets of Vik are under water after the dam broke.', 'c'),
      ],
      sentences: 3,
    })
    expect(told.join('')).not.toMatch(/\p{Script=Cyrillic}/u)
    expect(told).not.toHaveLength(0)
  })

  it('puts a sentence that leans on another right behind it', () => {
    const told = texts({
      articles: [
        article(`${LEAD} It had never been inspected by the ministry of water in Oslo.`, 'a'),
        article('Schools in the valley stay closed until Friday, the council of Lom said.', 'b'),
      ],
      words: 200,
    })
    expect(told).toHaveLength(3)
    expect(told.findIndex((text) => text.startsWith('It had'))).toBe(told.indexOf(LEAD) + 1)
  })

  it('keeps every span verbatim and within the limits, whatever the texts', () => {
    const piece = fc.constantFrom(
      LEAD,
      'He said so.',
      '(CNN) -- Nine people of Vik are missing since Monday.',
      '\n\n',
      ' ',
      'Read more: here.',
      '«Да?» — спросил он.',
      'هل وصل الوفد إلى المدينة؟',
      'no end',
      '\u200f',
      '😀 Boats came from Lom in the morning.',
    )
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (bodies, sentences) => {
        const articles = bodies.map((body, i) => article(body, `outlet-${i}`))
        const summary = summarise({ articles, sentences })
        expect(summary.length).toBeLessThanOrEqual(sentences)
        for (const { text, article: index, start, end } of summary)
          expect(articles[index]?.text.slice(start, end)).toBe(text)
      }),
    )
  })
})
