import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/summaries/summarise.ts'
import { tellTogether } from '../../src/summaries/tells-headline.ts'

const DAM = 'A dam above the town of Vik burst on Monday and flooded nine streets.'
const SCHOOL = 'The school of Vik was opened by the king in 1911 and has three hundred pupils.'

const under = (headline: string, ...texts: string[]) =>
  summarise({
    articles: texts.map((text, i) => ({
      title: i === 0 ? headline : 'Another headline',
      text,
      outlet: `o${i}`,
    })),
    headline: 0,
  }).map(({ text }) => text)

describe('a summary under a headline', () => {
  it('begins with a sentence that tells what the headline says', () => {
    expect(under('Dam bursts and floods streets of Vik', '', SCHOOL, DAM)[0]).toBe(DAM)
  })

  it('is empty where no sentence tells it', () => {
    expect(under('Ferry sinks off Bergen', '', SCHOOL, DAM)).toEqual([])
  })

  it('does not begin with what somebody else did of whom the headline speaks', () => {
    const mayor = 'The engineer Kari Moen thanked all who had warned of the dam above Vik on Monday.'
    const king = 'The king ruled on Monday that the engineer Kari Moen must not run the dam again.'
    expect(under('King keeps engineer Kari Moen from dams of the north', '', mayor)).toEqual([])
    expect(under('King keeps engineer Kari Moen from dams of the north', '', mayor, king)[0]).toBe(king)
  })

  it('trusts the first sentence of the headlined report, which says it in words of its own', () => {
    expect(under('Water everywhere', DAM)).toEqual([DAM])
  })

  it('does not begin with the words of somebody who says nothing of it', () => {
    const leak = '"Ministers do have a tendency to talk," the king told guests.'
    expect(under('Parliament of Norway was misled, members say', leak)).toEqual([])
    expect(under('Parliament of Norway was misled, members say', leak, SCHOOL)).toEqual([])
    expect(under('Ministers talk, king says', leak)).toEqual([leak])
  })

  it('takes no sentence that breaks off', () => {
    expect(under('Dam bursts in Vik', 'A dam above the town of Vik burst on Monday and the…')).toEqual([])
  })

  it('does not begin with a sentence that goes on from another', () => {
    const more =
      'However, Kari Moen said that the dam of Vik which burst had been safe, and that its streets flooded often.'
    expect(under('Dam bursts and floods streets of Vik', '', more, DAM)[0]).toBe(DAM)
  })

  it('lets no sentence go on from what another outlet says', () => {
    const more =
      'However, Kari Moen told the town of Vik that the dam had been called safe by nine engineers.'
    const both = 'Engineers looked at the dam of Vik, which burst and flooded streets, in May.'
    const headline = 'Dam bursts and floods streets of Vik'
    expect(under(headline, DAM, `The king of Norway went home. ${more}`)).toEqual([DAM])
    const told = under(headline, DAM, `${both} ${more}`)
    expect([-1, told.indexOf(both) + 1]).toContain(told.indexOf(more))
  })

  it('does not let another outlet say the same again, nor with a number', () => {
    const headline = 'Dam bursts and floods streets of Vik'
    const again = 'On Monday many streets of Vik town flooded as the old dam above it burst.'
    const more = 'The dam of Vik was built in 1911, and engineers from Bergen called it safe in May.'
    expect(under(headline, DAM, again)).toEqual([DAM])
    expect(under(headline, DAM, again.replace('many', '19'))).toEqual([DAM])
    expect(under(headline, DAM, again, more)).toEqual([DAM, more])
    const half =
      'The dam above Vik burst on Monday, and water reached streets, the harbour, a mill and two schools.'
    expect(under(headline, DAM, half)).toEqual([DAM])
  })

  it('does not let another outlet say the half of headline and sentences again', () => {
    const headline = 'Dam bursts after nine days of rain and floods 12 streets of Vik, engineers say'
    const sure = 'The dam of Vik burst on Monday after nine days of rain, and schools are closed.'
    const half = 'Engineers in the valley told a court that 12 streets are flooded.'
    expect(under(headline, sure, half)).toEqual([sure])
    expect(under(headline, sure, half.replace('a court', 'a court in Bergen and the press'))).toHaveLength(2)
  })

  it('rather tells what is new than the story again with a number more', () => {
    const again =
      'The dam of Vik burst on Monday, and 40 people of nine flooded streets were led to the church, the harbour and a mill.'
    const fresh = 'The council of Vik was told of the old dam in May.'
    const articles = [DAM, again, fresh].map((text, i) => ({
      title: i === 0 ? 'Dam bursts and floods streets of Vik' : 'Another headline',
      text,
      outlet: `o${i}`,
    }))
    const told = summarise({ articles, headline: 0, sentences: 2 })
    expect(told.map(({ text }) => text)).toEqual([DAM, fresh])
  })

  it('knows in Polish what is said again by words without their endings', () => {
    const told = ['Ciężarówka uderzyła w szkołę w Gdyni, a policjanci zatrzymali jej kierowcę.']
    const again = 'Kierowca, który ciężarówką wjechał w Gdyni do szkoły, jest w rękach policjantów.'
    const input = [...told, again].map((text, i) => ({
      title: i === 0 ? 'Ciężarówka uderzyła w szkołę' : 'Inny tytuł',
      text,
      outlet: `o${i}`,
      language: 'pl',
    }))
    expect(summarise({ articles: input, headline: 0 }).map(({ text }) => text)).toEqual(told)
  })

  it('tells no third sentence that has little of the headline, or is how a third outlet opens', () => {
    const headline = 'Dam bursts and floods streets of Vik'
    const moen = 'Kari Moen of the council of Vik said that the dam was called safe by nine engineers in May.'
    const stray = 'Kari Moen and nine engineers of the council are guests of the king on Friday.'
    const close = 'Floods left streets of Vik under two metres of mud, and Ola Berg lost a mill.'
    expect(under(headline, DAM, moen)).toEqual([DAM, moen])
    expect(under(headline, DAM, `${moen} ${stray}`)).toEqual([DAM, moen])
    expect(under(headline, DAM, `${moen} ${close}`)).toHaveLength(3)
    expect(under(headline, DAM, moen, close)).toHaveLength(2)
  })

  it('takes none in which a standfirst ran into the text', () => {
    const torn =
      'Thousands left without homes and power after the worst of all floods in a hundred years The town of Vik was ' +
      'under water on Monday morning after the dam above it had burst in the night, the police said.'
    expect(under('Dam bursts in Vik', torn)).toEqual([
      'The town of Vik was under water on Monday morning after the dam above it had burst in the night, the police said.',
    ])
  })

  it('takes no line of several headlines', () => {
    const listed = 'Dam above the town of Vik bursts on Monday * School of Vik is closed for the summer.'
    expect(under('Dam bursts and floods streets of Vik', listed)).toEqual([])
  })

  it('leaves out what is of something else', () => {
    expect(under('Dam bursts and floods streets of Vik', DAM, SCHOOL)).toEqual([DAM])
  })

  it('leaves out what is not accepted', () => {
    const articles = [{ title: 'Dam bursts in Vik', text: `${DAM} ${SCHOOL}` }]
    const told = summarise({ articles, headline: 0, accepts: ({ text }) => text !== DAM })
    expect(told.map(({ text }) => text)).not.toContain(DAM)
  })

  it('is not the opening of a long report that has none of its words, where another sentence has some', () => {
    const opening = 'Commemorating a hundred years of the harbour light.'
    const more = Array.from(
      { length: 6 },
      (_, i) => `On street ${i + 1} people carried chairs into the upper rooms.`,
    )
    const dam = 'The dam above Vik burst and flooded the town, the police said.'
    expect(under('Dam above Vik bursts', [opening, dam, ...more].join(' '))[0]).toBe(dam)
    expect(under('Dam above Vik bursts', [opening, ...more].join(' '))).toEqual([])
    expect(under('Dam above Vik bursts', opening)).toEqual([opening])
  })
})

it.each([
  [false, 'Vik sets builders deadline for a new dam', ['The old dam above the town worries Vik.']],
  [
    true,
    'Vik sets builders deadline for a new dam',
    ['The town of Vik wants a dam by May.', 'Builders have a deadline.'],
  ],
  [true, 'Dam bursts in Vik', ['A dam above the town of Vik burst on Monday.']],
  [false, 'Kari Moen of Vik calls for calm', ['The king warned the mayor of Vik, Kari Moen, on Monday.']],
])(
  'sentences tell a headline where they have enough of it beside names: %s',
  (expected, headline, sentences) => {
    expect(tellTogether(headline, sentences, 'en')).toBe(expected)
  },
)

it('nouns that a language writes with a capital are no names', () => {
  const told = ['Der Damm über der Stadt Vik brach in der Nacht.']
  expect(tellTogether('Damm bricht über Stadt Vik', told, 'de')).toBe(true)
})

it('a sentence tells a headline less than it seems where they share names', () => {
  const opening = ['The engineer Kari Moen came to the Vik dam in the rain.']
  const headline = 'Kari Moen warns five builders near Vik dam'
  expect(tellTogether(headline, opening, 'en', 0.3)).toBe(false)
  expect(tellTogether(headline, opening, 'en', 0.1)).toBe(true)
})
