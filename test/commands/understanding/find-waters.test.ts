import { describe, expect, it } from 'vitest'
import { findWaters } from '../../../src/commands/understanding/find-waters.ts'
import { cutSentence } from '../../../src/commands/understanding/sentence.ts'

const waters = (text: string, language: string) =>
  findWaters(text, cutSentence(text), language).map(({ name }) => name)

describe('a water', () => {
  it.each([
    ['en', 'any news on the black sea', 'black sea'],
    ['en', 'the Strait of Hormuz today', 'Strait of Hormuz'],
    ['de', 'was ist im Roten Meer los', 'Roten Meer'],
    ['fr', 'et en mer Noire ?', 'mer Noire'],
    ['es', 'novedades del Mar Rojo', 'Mar Rojo'],
    ['ru', 'что в Чёрном море', 'Чёрном море'],
    ['tr', 'Hürmüz Boğazı açık mı', 'Hürmüz Boğazı'],
    ['ar', 'ما جديد البحر الأحمر', 'البحر الأحمر'],
    ['fa', 'در دریای سرخ چه خبر', 'دریای سرخ'],
  ])('has its name beside it: %s %s', (language, text, name) => {
    expect(waters(text, language)).toEqual([name])
  })

  it.each([
    ['en', 'rescue at sea in Greece'],
    ['es', 'mar y jue a las 9'],
    ['en', 'the gulf today'],
  ])('is none without a name: %s %s', (language, text) => {
    expect(waters(text, language)).toEqual([])
  })
})
