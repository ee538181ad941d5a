import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/summaries/summarise.ts'

const article = (text: string, title = '', language = 'en') => ({ title, text, language })

describe('summarise', () => {
  it('says nothing about articles that are only headlines', () => {
    expect(summarise({ articles: [article('', 'Dam breaks'), article(' \n ', 'Dam bursts')] })).toEqual([])
  })

  it('gives spans that are verbatim in their article', () => {
    const articles = [
      article(
        'VIK (Norwire) - The dam above Vik broke on Monday. Nine people are missing. Rescuers searched the valley below it all night.',
      ),
      article('Nine people are missing after a dam broke above Vik, police said. The army sent two boats.'),
    ]
    const summary = summarise({ articles, sentences: 3 })
    expect(summary).toHaveLength(3)
    for (const { text, article: index, start, end } of summary)
      expect(articles[index]?.text.slice(start, end)).toBe(text)
  })

  it('rather tells two sentences than a third that only fills up or is cut off', () => {
    const told = summarise({
      articles: [
        article('The dam above Vik broke on Monday and flooded nine streets of the town. It was sad.'),
        article(
          'Nine people are missing after the dam above Vik broke, police said. Losses also mounted. Soldiers are searching the streets for',
        ),
      ],
      sentences: 3,
    }).map(({ text }) => text)
    expect(told).toHaveLength(2)
  })

  it('opens with no sentence that leans on another, while there is one that stands alone', () => {
    const told = summarise({
      articles: [
        article(
          'He warned for years that the old dam would break after a winter with so much snow. The dam above Vik broke on Monday. Nine streets were flooded.',
        ),
      ],
      sentences: 1,
    }).map(({ text }) => text)
    expect(told).toEqual(['The dam above Vik broke on Monday.'])
  })

  it('does not tell a lead again that the article repeats with a name in it', () => {
    const told = summarise({
      articles: [
        article(
          'The council of Vik warned the governor against any building below the old dam. Mayor Kari Moen told reporters that the council warned the governor in a letter against building below the dam. Nine houses stand there already.',
        ),
      ],
      sentences: 2,
    }).map(({ text }) => text)
    expect(told).toEqual([
      'The council of Vik warned the governor against any building below the old dam.',
      'Nine houses stand there already.',
    ])
  })

  it('begins with what the headlines tell', () => {
    const told = summarise({
      articles: [
        article(
          'Rain fell on the valley of Vik for eleven days before the weekend came. Kari Moen resigned as mayor of Vik on Monday.',
          'Mayor Moen resigns',
        ),
        article(
          'Rain fell on the valley of Vik for eleven days, the weather office says. On Monday Kari Moen resigned as mayor after a vote.',
          'Moen resigns as mayor of Vik',
        ),
      ],
      sentences: 2,
    })
    expect(told[0]?.text).toContain('resigned')
  })

  it('does not choose a sentence that begins with "He" without the one before it', () => {
    const text =
      'The mayor of Vik resigned on Monday after a vote. He denied every charge against the mayor of Vik. The council of Vik meets on Friday.'
    const told = summarise({ articles: [article(text, 'Mayor denies every charge')], sentences: 1 })
    expect(told.map(({ text }) => text)).not.toContain('He denied every charge against the mayor of Vik.')
  })

  it.each([
    ['en', 'Read more: Ten photos of the flood in Vik.'],
    ['en', 'Sign up for our daily newsletter about Vik.'],
    ['en', 'Photo: Kari Moen/Norwire, all rights reserved.'],
    ['en', '(Reporting by Kari Moen; Editing by Ola Berg)'],
    ['ru', 'Подписывайтесь на наш канал в Telegram.'],
    ['tr', 'Haberin devamı için tıklayın ve abone olun.'],
    ['ar', 'اقرأ أيضا: صور الفيضان في المدينة.'],
    ['fa', 'بیشتر بخوانید: تصاویر سیل در شهر.'],
    ['fr', 'Lire aussi : les images de la crue à Vik.'],
  ])('never quotes page furniture (%s: %s)', (language, furniture) => {
    const text = `${furniture}\n\nNine people are missing in Vik.\n\n${furniture}`
    expect(summarise({ articles: [article(text, '', language)], sentences: 3 }).map((s) => s.text)).toEqual([
      'Nine people are missing in Vik.',
    ])
  })
})
