import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/summaries/report-form.ts'

const form = (title: string, language = 'en', url: string | null = null) => formOf({ title, language, url })

describe('formOf', () => {
  it.each([
    ['report', 'Dam bursts above Vik', 'en'],
    ['report', 'Three killed as ferry sinks off Bergen', 'en'],
    ['report', '‘We will not yield,’ says minister', 'en'],
    ['explainer', 'Why the dam above Vik burst', 'en'],
    ['explainer', 'Dam disaster: What we know so far', 'en'],
    ['explainer', 'Will the ferry sail again?', 'en'],
    ['comment', 'The dam was a warning | Kari Moen', 'en'],
    ['comment', 'I walked to the dam before it burst', 'en'],
    ['report', 'Samochód wpadł do rzeki we Wrocławiu', 'pl'],
    ['comment', 'Opinion: Nobody listened to the engineers', 'en'],
    ['live', 'Dam bursts above Vik – live', 'en'],
    ['live', 'Ferry disaster: live updates', 'en'],
    ['viewing', 'Watch: Water breaks through the dam', 'en'],
    ['viewing', 'The flood in Vik – in pictures', 'en'],
    ['service', 'Norbet promo code: claim $100', 'en'],
    ['service', 'Your horoscope for Monday', 'en'],
    ['lookback', 'On this day: the dam of Vik is opened', 'en'],
    ['explainer', 'Warum der Damm brach', 'de'],
    ['explainer', 'Vik: Warum der Damm brach', 'de'],
    ['live', 'Dammbruch in Vik: Liveticker', 'de'],
    ['comment', 'Kommentar: Wer haftet für den Damm', 'de'],
    ['service', 'Kurs euro 1 stycznia', 'pl'],
    ['explainer', 'Почему прорвало плотину', 'ru'],
    ['viewing', 'بالفيديو.. انهيار السد', 'ar'],
    ['live', 'EN DIRECT : le barrage cède', 'fr'],
  ])('takes for a %s: %s', (expected, title, language) => {
    expect(form(title, language)).toBe(expected)
  })

  it('believes the section in the address, in any language, but not the name of the article in it', () => {
    expect(form('Dam bursts', 'en', 'https://atlas.example/opinion/2026/dam-bursts')).toBe('comment')
    expect(form('Tama pękła', 'pl', 'https://atlas.example/komentarze/tama')).toBe('comment')
    expect(form('Dam bursts', 'en', 'https://atlas.example/world/opinion')).toBe('report')
  })

  it('goes by the marks alone where it has no lists of the language', () => {
    expect(form('Έσπασε το φράγμα;', 'el')).toBe('report')
    expect(form('Brast dammen?', 'xx')).toBe('explainer')
  })
})
