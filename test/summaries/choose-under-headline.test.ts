import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/summaries/summarise.ts'

const DAM = 'A dam above the town of Vik burst on Monday and flooded nine streets.'
const SCHOOL = 'The school of Vik was opened by the king in 1911 and has three hundred pupils.'

const under = (headline: string, ...texts: string[]) =>
  summarise({
    articles: texts.map((text, i) => ({
      title: i === 0 ? headline : 'Another headline',
      text,
      outlet: `o${i}`,
      nearness: 0.6,
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

  it('does not begin with a sentence of another report that has little of the headline', () => {
    const mayor = 'The engineer Kari Moen thanked all who had warned of the dam above Vik on Monday.'
    expect(under('King bars builders of five old dams from the north', '', mayor)).toEqual([])
    expect(under('Engineer Moen thanks those who warned of Vik dam', '', mayor)).toEqual([mayor])
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
    const more =
      'Kari Moen of the council said that nine engineers had called the dam safe in May. A mill is under mud.'
    expect(under(headline, DAM, again)).toEqual([DAM])
    expect(under(headline, DAM, again.replace('many', '19'))).toEqual([DAM])
    expect(under(headline, `${DAM} ${more}`, again)).not.toContain(again)
  })

  it('asks less of what another outlet adds than of what the same one goes on to say', () => {
    const headline = 'Dam bursts and floods streets of Vik'
    const boats = 'Four hundred people were taken from their roofs by boat.'
    const army = 'The army took four hundred people from roofs by boat.'
    expect(under(headline, DAM, boats, army)).toEqual([DAM, army])
    const sameOutlet = [DAM, boats, army].map((text) => ({
      title: headline,
      text,
      outlet: 'o',
      nearness: 0.6,
    }))
    expect(summarise({ articles: sameOutlet, headline: 0 }).map(({ text }) => text)).toEqual([DAM])
  })

  it('rather begins with what the headline lacks than with the headline in other words', () => {
    const again = 'The dam of Vik has burst and flooded many streets.'
    const more = 'The dam above Vik burst at noon on Monday and drove four hundred people into the church.'
    expect(under('Dam bursts and floods streets of Vik', '', again, more)[0]).toBe(more)
    expect(under('Dam bursts and floods streets of Vik', '', more, again)[0]).toBe(more)
  })

  it('tells more of a report whose sentence it told', () => {
    const headline = 'Dam bursts and floods streets of Vik'
    const moen = 'Kari Moen of the council said that nine engineers had called the dam safe in May.'
    expect(under(headline, `${DAM} ${moen}`)).toEqual([DAM, moen])
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

  it('begins with the opening of the headlined report, from which the rest is understood', () => {
    const opening = 'India has asked the United States to lift the tariffs of August.'
    const rest = 'President Moe had doubled the tariffs of India over the oil that it buys in Vik and Bergen.'
    expect(under('US says India seeks relief from tariffs over oil', `${opening} ${rest}`)[0]).toBe(opening)
    expect(under('US says India seeks relief from tariffs over oil', '', `${opening} ${rest}`)[0]).toBe(rest)
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
