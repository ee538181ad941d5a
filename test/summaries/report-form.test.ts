import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/summaries/report-form.ts'

const form = (title: string, language = 'en', url: string | null = null, text = ' ') =>
  formOf({ title, language, url, text })

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
    ['explainer', 'The engineers who foresaw it', 'en'],
    ['explainer', 'From reservoir to ruin: the story of a dam', 'en'],
    ['explainer', 'Nine hours, two divers — inside the rescue at Vik', 'en'],
    ['report', 'Minister: The dam will be built again', 'en'],
    ['explainer', 'Six dams that could flood your town', 'en'],
    ['report', '“You were warned,” court tells builders of dam', 'en'],
    ['explainer', '‘Nobody warned us’: a night on the dam of Vik', 'en'],
    ['explainer', '‘Nobody warned us’: how Vik lives with its dam', 'en'],
    ['report', '‘Nobody warned us’: mayor of Vik sues builders of dam', 'en'],
    ['explainer', 'Grief and fury: the mothers of Vik who still wait', 'en'],
    ['report', 'Moen: The dam of Vik must go', 'en'],
    ['explainer', 'Breaking down what the mayor of Vik said', 'en'],
    ['explainer', 'Council failed to mend the dam. This engineer says it can be saved', 'en'],
    ['report', 'Mayor: “We warned the council. They did nothing.”', 'en'],
    ['service', 'Full list of the dams that were inspected', 'en'],
    ['explainer', 'Trois barrages qui pourraient inonder votre ville', 'fr'],
    ['explainer', 'Die Nacht, in der der Damm brach', 'de'],
    ['report', 'Minister: Der Damm wird wieder gebaut', 'de'],
    ['explainer', 'Tak pękła tama. Nagranie', 'pl'],
    ['service', 'Kurs euro 1 stycznia', 'pl'],
    ['explainer', 'Почему прорвало плотину', 'ru'],
    ['viewing', 'بالفيديو.. انهيار السد', 'ar'],
    ['live', 'EN DIRECT : le barrage cède', 'fr'],
    ['explainer', 'Survivor recounts night on the dam of Vik', 'en'],
    ['report', 'Builder recalls nine pumps after flood', 'en'],
    ['explainer', 'Kari Moen: From ferry pilot to mayor of Vik', 'en'],
    ['live', 'Vik flood briefing: Mayor asks for boats as water rises', 'en'],
    ['viewing', 'Vik lights candles for its dead. See photos', 'en'],
    ['comment', 'Another view: Nobody asked Vik about its dam', 'en'],
    ['explainer', '‘My nine years under the dam’', 'en'],
    ['report', '‘My answer is no’: mayor of Vik will not sell the dam', 'en'],
    ['report', '‘Nine streets of Vik are lost’', 'en'],
    ['explainer', 'Vik sells its dam, but there’s a catch', 'en'],
    ['service', 'Ferries of Vik: Monday, 3 March 2025', 'en'],
    ['service', 'Transcript of the mayor on “Nine o’clock,” March 3', 'en'],
    ['service', 'Promy z Vik - poniedziałek 3 marca', 'pl'],
    ['service', 'Расписание паромов – 3 марта 2025', 'ru'],
    ['report', 'Court hears builders of the dam on 3 March', 'en'],
    ['report', 'Vik beat Bergen in the cup: Storm 3, Gale 2', 'en'],
  ])('takes for a %s: %s', (expected, title, language) => {
    expect(form(title, language)).toBe(expected)
  })

  it('believes the section in the address, in any language, but not the name of the article in it', () => {
    expect(form('Dam bursts', 'en', 'https://atlas.example/opinion/2026/dam-bursts')).toBe('comment')
    expect(form('Tama pękła', 'pl', 'https://atlas.example/komentarze/tama')).toBe('comment')
    expect(form('Dam bursts', 'en', 'https://atlas.example/world/opinion')).toBe('report')
  })

  it.each([
    ['explainer', 'Dams are inspected. Here’s what the inspectors look for.'],
    ['explainer', 'If you live below a dam, it may come to this.'],
    ['explainer', 'The dam is a hundred years old. How long will it hold?'],
    ['explainer', 'Rivers of the north (3/6). Nine families have stayed in Vik since the flood.'],
    ['report', 'Vik beat Bergen in nine sets on Monday (3/6, 6/4), their first win of the year.'],
    ['service', 'Engineers doubt the new dam. Also in this newsletter: ferries on strike.'],
    ['service', 'Welcome to the harbour report, with the latest from Vik and Bergen.'],
    ['report', '“You were warned,” the judge told the builders on Monday.'],
    ['comment', 'For nine years I have walked to the dam of Vik every morning.'],
    ['report', 'The mayor resigned. “For nine years I have walked to the “dam of shame” and I have'],
    ['report', 'Builders pay for nine streets; mayor: We will not rest.'],
    ['report', 'The council keeps its warnings of levels II and I for the dam.'],
    ['report', 'The dam burst on Monday. What we know of its builders is little.'],
    ['report', 'The minister resigned. “How could we know? You'],
    ['report', `The dam burst on Monday. ${'Nine streets are under water. '.repeat(12)} Are you affected?`],
  ])('takes for a %s what begins: %s', (expected, text) => {
    expect(form('New rules for old dams', 'en', null, text)).toBe(expected)
  })

  it.each([
    [
      'explainer',
      'Morgenbrief: Bergen, Fähren in Vik, Kari Moen',
      'Die Fähren stehen still. Und: Moen tritt an.',
    ],
    ['report', 'Sturm in Vik: Tote, Vermisste, Obdachlose', 'Der Sturm riss neun Häuser fort.'],
    ['report', 'Morgenbrief: Moen warnt Bergen, Vik, Norbet', 'Die Fähren stehen still.'],
    ['report', 'Morgenbrief: Bergen, Vik', 'Die Fähren stehen still.'],
  ])('takes for a %s over what it lists: %s', (expected, title, text) => {
    expect(form(title, 'de', null, text)).toBe(expected)
  })

  it('takes a headline of a few words over no text for the name of a page', () => {
    expect(form('Vik Wire', 'en', null, '')).toBe('service')
    expect(form('Dam above Vik bursts', 'en', null, '')).toBe('report')
    expect(form('Vik floods', 'en', null, 'Nine streets are under water.')).toBe('report')
  })

  it('goes by the marks alone where it has no lists of the language', () => {
    expect(form('Έσπασε το φράγμα;', 'el')).toBe('report')
    expect(form('Brast dammen?', 'xx')).toBe('explainer')
  })
})
