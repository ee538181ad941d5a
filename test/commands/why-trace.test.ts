import { describe, expect, it } from 'vitest'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('what why traces of an article', () => {
  it('traces an article from its feed to its story', async () => {
    const { ask } = await aNewsroom()
    const message = await ask('why http://www.levant-post.example/bridge/?utm_source=x#top')
    expect(message).toMatchObject({
      kind: 'trace',
      trace: {
        title: 'Bridge over the Euphrates opens to lorries',
        steps: [
          { label: 'Read', text: 'Levant Post, Mar 10, 2026, 13:00' },
          { label: 'Language', text: 'English' },
          { label: 'About', text: 'Syria (“Raqqa”)' },
          { label: 'Topics', text: 'nothing found' },
          { label: 'People', text: 'Lina Haddad' },
          {
            label: 'Story',
            text: '“Bridge over the Euphrates opens to lorries” – n83c, 2 articles, 2 independent reports',
          },
          {
            label: 'Order',
            text: 'outlets of 2 countries (× 1.1); no topic (× 0.7); how far it is news (× 0.5)',
          },
        ],
        verdicts: [],
        elsewhere: [],
      },
      actions: [
        { command: 'story sbridge' },
        { command: 'mute sbridge' },
        { command: 'correct story:sbridge' },
      ],
    })
  })

  it('says how the reports of a story came together, from what is kept of them', async () => {
    const { ask, store } = await aNewsroom()
    const text = 'Lorries crossed the bridge over the Euphrates near Raqqa on Tuesday.'
    const late = anArticle({
      id: 'late',
      url: 'https://late.example/1',
      title: 'Raqqa bridge: first lorries',
      text,
    })
    const copy = anArticle({ id: 'copy', url: 'https://copy.example/1', title: 'Lorries cross', text })
    await store.keepRead(aRead([late], {}, { storyId: 'sbridge' }))
    await store.keepRead(aRead([copy], {}, { storyId: 'sbridge', copyOf: 'late' }))
    const message = await ask('why sbridge')
    const { reports, more } = (message.kind === 'trace' ? message.trace.members : undefined) ?? {
      reports: [],
    }
    expect(more).toBe(0)
    expect(reports.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Levant Post, Mar 10, 2026, 12:59: began the story',
      'Bosporus Daily, Mar 10, 2026, 13:59: joined: shares köprü (Bridge), Fırat (Euphrates), salı (Tuesday), ' +
        'açıldı (opens); 60 minutes after the first report',
      'harbour-post, Mar 10, 2026, 15:00: joined: shares bridge, lorries, Euphrates, Raqqa; 2 hours after the first report',
      'harbour-post, Mar 10, 2026, 15:00: repeats the text of harbour-post',
    ])
    const whole = await ask('why https://late.example/1')
    expect(whole.kind === 'trace' && whole.trace).not.toHaveProperty('members')
  })

  it('names a word once, however it is written', async () => {
    const { ask, store } = await aNewsroom()
    const loud = anArticle(
      {
        id: 'loud',
        url: 'https://loud.example/1',
        title: 'RAQQA: bridge opens',
        text: 'Lorries reached Raqqa.',
      },
      { countries: [{ code: 'SY', score: 1, focus: true }] },
    )
    await store.keepRead(aRead([loud]))
    const message = await ask('why https://loud.example/1')
    expect(message.kind === 'trace' && message.trace.steps).toContainEqual({
      label: 'About',
      text: 'Syria (“RAQQA”)',
    })
  })

  it('says that a country is its outlet’s, as the text names none', async () => {
    const { ask, store } = await aNewsroom()
    const local = anArticle(
      { id: 'local', title: 'Record pay in the army', url: 'https://levant-post.example/pay' },
      { countries: [{ code: 'SY', score: 1, focus: true, home: true }] },
    )
    await store.keepRead(aRead([local]))
    const message = await ask('why https://levant-post.example/pay')
    expect(message.kind === 'trace' && message.trace.steps).toContainEqual({
      label: 'About',
      text: 'Syria (the text names no country; its outlet’s)',
    })
  })

  it('names the words that gave a topic, and what the story counts in the order of a briefing', async () => {
    const { ask } = await aNewsroom()
    const message = await ask('why https://nile-wire.example/dam')
    expect(message.kind === 'trace' && message.trace.steps).toEqual(
      expect.arrayContaining([
        { label: 'Topics', text: 'Conflict, war and peace (“shelling”)' },
        {
          label: 'Order',
          text: 'outlets of 1 country (× 1); Conflict, war and peace (× 1.3); how far it is news (× 0.5)',
        },
      ]),
    )
  })
})
