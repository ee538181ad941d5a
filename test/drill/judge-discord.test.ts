import { describe, expect, it } from 'vitest'
import type { DecisionNote } from './judge/decision-note.ts'
import type { Evidence } from './judge/evidence.ts'
import { judge } from './judge/judge.ts'
import { aDelivery, aNotedMessage, aShownMessage, SERVER, someEvidence } from './judge/some-evidence.ts'

const verdicts = (own: Partial<Evidence>) => judge(someEvidence(own)).messages.map(({ verdict }) => verdict)

const menu = (id: string) => [
  { type: 1, components: [{ type: 2, custom_id: `abcdefghijklmnop:story ${id}` }] },
]

describe('details of a long briefing on Discord', () => {
  const discord = { platform: 'discord', place: SERVER } as const
  const [from, to] = [aNotedMessage(1, []).from, aNotedMessage(1, []).to].map((at) => `<t:${at / 1000}:f>`)
  const main = aShownMessage(
    {},
    {
      ...discord,
      body: { content: `## Desk of the drill\n-# ${from} – ${to}`, embeds: [], components: menu('s1') },
    },
  )
  const more = aShownMessage(
    {},
    {
      ...discord,
      body: { embeds: [{ description: '2 of 2 sources answered' }], components: menu('s2') },
    },
  )
  const details = (id: string) =>
    aShownMessage(
      {},
      { ...discord, under: main.id, body: { embeds: [{ description: `### Headline of ${id}\n…` }] } },
    )
  const deliveries = [aDelivery(1, { destination: SERVER })]

  it('stand in the thread, each once', () => {
    expect(verdicts({ deliveries, shown: [main, more, details('s1'), details('s2')] })).toEqual(['once'])
    expect(
      verdicts({ deliveries, shown: [main, more, details('s1'), details('s1'), details('s2')] }),
    ).toEqual(['doubled'])
  })

  it('are missed where their thread is missing', () => {
    expect(verdicts({ deliveries, shown: [main, more] })).toEqual(['lost'])
  })
})

describe('an alert on Discord', () => {
  const title = 'Desk of the drill'
  const message = { ...aNotedMessage(1, ['s1']), isAlert: true }
  const notes: readonly DecisionNote[] = [
    { kind: 'decided', id: 'daily 1', told: ['s1'], message },
    { kind: 'kept', id: 'daily 1' },
  ]
  const posted = (id: string) =>
    aShownMessage(
      {},
      {
        platform: 'discord',
        place: SERVER,
        body: { components: [{ content: `${title} · 2 of 2 sources answered` }, ...menu(id)] },
      },
    )

  it('is known by its name and its story, as it tells of no stretch of time', () => {
    const deliveries = [aDelivery(1, { destination: SERVER })]
    expect(verdicts({ notes, deliveries, shown: [posted('s1')] })).toEqual(['once'])
    expect(verdicts({ notes, deliveries, shown: [posted('s1'), posted('s1')] })).toEqual(['doubled'])
    expect(verdicts({ notes, deliveries, shown: [posted('s2')] })).toEqual(['lost'])
  })
})
