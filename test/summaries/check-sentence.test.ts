import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../src/summaries/check-sentence.ts'

const TEXT = `The dam above Vik broke on Monday after eleven days of rain, the mayor, Kari Moen, said. Nine people are missing and 1,412 had to leave their homes.

Ola Berg, who runs the power company Norkraft, said the gates had been tested in May. The company has not published the report of that test. Sweden sent two boats and 60 soldiers to the valley.`

const check = (text: string, source = TEXT, language = 'en') =>
  checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]

describe('checkSentences', () => {
  it.each([
    'The dam above Vik broke on Monday after eleven days of rain, the mayor, Kari Moen, said.',
    'A dam broke above Vik on Monday, and nine people are missing.',
    'More than 1,400 people had to leave their homes.',
    'Norkraft has not published its report.',
    'The Swedish boats and soldiers went to the valley.',
    'Rain fell for 11 days before the dam broke.',
  ])('lets pass what the text says: %s', (sentence) => {
    expect(check(sentence)).toEqual({ supported: true, problems: [] })
  })

  it.each([
    ['an invented name', 'The dam above Lom broke on Monday.', 'Lom'],
    ['an invented number', 'Twelve people are missing near Vik.', 'Twelve'],
    ['a number that counts something else', 'Norway sent 60 boats; 1,412 people are missing.', 'Norway'],
    ['a swapped number', 'Nine soldiers and two boats went to the valley.', 'Nine'],
    ['names patched together', 'Ola Moen runs the power company.', 'Ola Moen'],
    ['a dropped denial', 'The company has published the report of the test.', 'not published'],
    ['a denial', 'The dam above Vik did not break on Monday.', 'not'],
    ['another speaker', 'Ola Berg said the dam above Vik broke after eleven days of rain.', 'Kari Moen'],
    ['a name in the place of another', 'Norkraft sent two boats and 60 soldiers to the valley.', 'Norkraft'],
    ['another story', 'The central bank raised interest rates to curb inflation.', 'bank'],
  ])('names what is wrong: %s', (_, sentence, word) => {
    const answer = check(sentence)
    expect(answer?.supported).toBe(false)
    expect(answer?.problems.join('; ')).toContain(word)
  })

  const TALKS = `Foreign Minister Petra Lund of Norway met a Belgian delegation in Oslo on Tuesday. The European Union wants a deal on fish by May, Lund said.

Jonas Vik led the delegation. Vik has a six-point plan for the North Sea, and Harald Moe of the fishers' union rejected the plan at once. The union of Moe speaks for 4,000 boats.`

  it.each([
    ['The EU wants a deal on fish by May.'],
    ['Petra Lund met a delegation from Belgium in Oslo.'],
    ['Vik has six points for the North Sea.'],
    ['Harald Moe rejected the plan at once.'],
  ])('knows by what other name the text calls it: %s', (sentence) => {
    expect(check(sentence, TALKS)?.problems).toEqual([])
  })

  it.each([
    ['Petra Lund has a six-point plan for the North Sea.', 'Petra Lund'],
    ['Foreign Minister Jonas Vik met a Belgian delegation in Oslo on Tuesday.', 'Jonas Vik'],
    ['Oslo led the delegation.', 'Oslo'],
  ])('finds a name that does what another did: %s', (sentence, name) => {
    expect(check(sentence, TALKS)?.problems.join()).toContain(`not of "${name}"`)
  })

  const PLAN = `The agency has proposed stricter limits for boats, the Storting was told in November. The head of the Fjord Institute, Kari Moen, praised the plan of the agency. Ola Berg of Norkraft, a power company, said the plan costs too much. He spoke in Oslo on Tuesday.`

  it.each([
    ['a month that does something', 'November has proposed stricter limits for boats.', 'November'],
    ['a part of a name', 'Institute praised the plan of the agency.', 'Institute'],
    ['a name that "he" does not mean', 'Kari Moen spoke in Oslo.', 'Kari Moen'],
  ])('finds %s', (_, sentence, name) => {
    expect(check(sentence, PLAN)?.problems.join()).toContain(`not of "${name}"`)
  })

  it.each([
    'The agency proposed stricter limits in November.',
    'Moen praised the plan.',
    'Ola Berg spoke in Oslo.',
    'Norkraft said that the plan costs too much.',
  ])('lets pass what another sentence names: %s', (sentence) => {
    expect(check(sentence, PLAN)?.problems).toEqual([])
  })

  it('does not doubt a name in what it copies', () => {
    const source = `${TALKS} Oslo led the delegation.`
    expect(check('Oslo led the delegation.', source)?.problems).toEqual([])
  })

  const MATCH = `Harstad beat Tromdal 3-1 on Saturday in the final at Lerkendal. Striker Jonas Vik, 24, scored twice for Harstad before Emil Dahl of Tromdal was sent off.

Coach Petra Lund praised Vik after the match in Trondheim. A neighbour who grew up with Dahl called the red card unfair. The club said it will appeal, and that Dahl was unharmed.`

  it.each([
    ['Vik scored twice for Harstad before Dahl was sent off.'],
    ['Jonas Vik, aged 24, scored twice.'],
    ['Coach Petra Lund praised Jonas Vik after the match in Trondheim, Norway.'],
    ['A neighbour who grew up with Dahl called the red card unfair.'],
    ['Dahl was not harmed, the club said.'],
  ])('knows a fact in other words: %s', (sentence) => {
    expect(check(sentence, MATCH)?.problems).toEqual([])
  })

  it.each([
    ['Coach Petra Lund praised Dahl after the match in Trondheim.', 'Dahl'],
    ['Striker Emil Dahl scored twice for Harstad.', 'Emil Dahl'],
    ['The final was played in Bergen, Norway.', 'Bergen'],
  ])('finds a name in another role: %s', (sentence, name) => {
    expect(check(sentence, MATCH)?.problems.join()).toContain(name)
  })

  it.each([
    [
      'a month is no bearer of what happened in a town',
      'The bones of the king were found beneath a car park in the English city of Harstad in 2012. Students of Harstad dated them. The king died on August 22, 1485.',
      'The bones of the king were found beneath an English car park in August 2012.',
    ],
    [
      'a continent for its country',
      'A nurse who fell ill in Sierra Leone was flown to a hospital in Maryland.',
      'A nurse was flown from Africa to a hospital in Maryland.',
    ],
    [
      'another name of a part of a name',
      'The Republican Congress passed the law on fish in May.',
      'The GOP Congress passed the law on fish.',
    ],
    [
      'how long a list is',
      'Vik was led to the court in Oslo. He faces charges of theft, attempted fraud and arson.',
      'Vik faces three charges.',
    ],
    [
      'decades in years',
      'The boat of Norkraft, in service for more than three decades, sank in May. Kari Moen swam to Vik. Ola Berg called for help in Oslo.',
      'The boat of Norkraft that sank in May was more than 30 years old.',
    ],
    [
      'a sentence that opens with a figure has no capital to lose',
      `The drama of Norkraft in Tromdal reached 16.5 million viewers on the night of its finale. ${'Boats need calm water. '.repeat(9)}`,
      '16.5 million people watched the finale.',
    ],
  ])('knows what follows from the text: %s', (_, source, sentence) => {
    expect(check(sentence, source)?.problems).toEqual([])
  })

  it.each([
    [
      'another continent',
      'A nurse who fell ill in Sierra Leone was flown to a hospital in Maryland.',
      'A nurse was flown from Asia to a hospital in Maryland.',
      'Asia',
    ],
    [
      'a longer list',
      'Vik was led to the court in Oslo. He faces charges of theft, attempted fraud and arson.',
      'Vik faces four charges.',
      'four',
    ],
    [
      'other decades',
      'The boat of Norkraft, in service for more than three decades, sank in May. Kari Moen swam to Vik. Ola Berg called for help in Oslo.',
      'The boat of Norkraft that sank in May was more than 50 years old.',
      '50',
    ],
  ])('doubts what does not follow: %s', (_, source, sentence, word) => {
    expect(check(sentence, source)?.problems.join()).toContain(word)
  })

  const OPINION = `The union of the fishers deserves a generous deal before winter. ${'Boats need calm water. '.repeat(90)}`

  it.each([
    'Jane Roe: The union of the fishers deserves a generous deal.',
    'The union of the fishers deserves a generous deal, Roe says.',
  ])('takes who says it for the author of a text that reports nobody: %s', (sentence) => {
    expect(check(sentence, OPINION)?.problems).toEqual([])
    const reported = OPINION.replaceAll('water.', 'water, Petra Lund said.')
    expect(check(sentence, reported)?.problems.join()).toContain('"Roe" is not in the cited text')
  })

  it.each([
    [
      'ru',
      'Плотина над городом Вик прорвалась в понедельник, сообщил мэр. Девять человек пропали без вести.',
      'Плотина над Виком прорвалась в понедельник.',
      'Плотина над Виком не прорвалась в понедельник.',
    ],
    [
      'tr',
      'Ankara’da düzenlenen toplantıya 14 bakan katıldı. Bakan Demir anlaşmayı imzaladı.',
      'Bakan Demir anlaşmayı imzaladı.',
      'Toplantıya 19 bakan katıldı.',
    ],
    [
      'ar',
      'أعلن الوزير في بغداد أن 12 شخصا قتلوا في الانفجار. ولم تعلن أي جهة مسؤوليتها.',
      'قتل 12 شخصا في انفجار بغداد.',
      'قتل 40 شخصا في انفجار بغداد.',
    ],
    [
      'fa',
      'وزیر خارجه در تهران با همتای خود دیدار کرد. این دیدار سه ساعت طول کشید.',
      'وزیر خارجه با همتای خود در تهران دیدار کرد.',
      'وزیر خارجه با همتای خود در تهران دیدار نکرد.',
    ],
  ])('works in other languages (%s)', (language, source, held, wrong) => {
    expect(check(held, source, language)?.problems).toEqual([])
    expect(check(wrong, source, language)?.supported).toBe(false)
  })

  it('refuses a sentence that cites nothing or what was not given', () => {
    const answers = checkSentences({
      sources: [{ id: 'a', text: TEXT }],
      sentences: [
        { text: 'Nine people are missing.', cites: [] },
        { text: 'Nine people are missing.', cites: ['b'] },
      ],
    })
    expect(answers.map(({ supported }) => supported)).toEqual([false, false])
    expect(answers[1]?.problems).toEqual(['source "b" was not given'])
  })

  it('reads all texts that a sentence cites', () => {
    const [answer] = checkSentences({
      sources: [
        { id: 'a', text: 'Nine people are missing in Vik.' },
        { id: 'b', text: 'The mayor, Kari Moen, called for help.' },
      ],
      sentences: [{ text: 'Kari Moen called for help; nine people are missing.', cites: ['a', 'b'] }],
    })
    expect(answer?.supported).toBe(true)
  })

  it('reads no sentence that is too long', () => {
    expect(check('Nine '.repeat(200_000), 'nine people')?.problems).toEqual([
      'it is too long to be checked as one sentence',
    ])
  })

  it('reads no list of names that is longer than people write one', () => {
    const names = Array.from(
      { length: 30 },
      (_, i) => `${String.fromCharCode(65 + (i % 26))}${'mo'.repeat(2 + i / 26)}`,
    )
    const source = `There came ${names.join(', then ')}.`
    const told = (many: number): readonly string[] | undefined =>
      check(`Those who came were ${names.slice(0, many).join(' and ')}.`, source)?.problems
    expect(told(20)).toEqual([])
    expect(told(30)).toEqual(['it has too many names to be checked as one sentence'])
  })

  // A check that looked at each word of a text for each of the others would not end before the test is given up.
  it('reads a text of a million characters once only', () => {
    expect(
      check('Nine people drowned '.repeat(50), 'Nine people drowned. '.repeat(50_000))?.problems,
    ).toEqual([])
  })
})
