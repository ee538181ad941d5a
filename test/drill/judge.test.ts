import { describe, expect, it } from 'vitest'
import type { DrillWish } from './drill-plan.ts'
import type { Evidence } from './judge/evidence.ts'
import { judge } from './judge/judge.ts'
import {
  aBody,
  aDecision,
  aDelivery,
  aLoggedCall,
  aNotedMessage,
  aShownMessage,
  DESK,
  SERVER,
  someEvidence,
} from './judge/some-evidence.ts'

const verdicts = (own: Partial<Evidence>) => judge(someEvidence(own)).messages.map(({ verdict }) => verdict)
const flags = (own: Partial<Evidence>) => judge(someEvidence(own)).messages.map(({ flag }) => flag)
const broken = (own: Partial<Evidence>) => judge(someEvidence(own)).broken
const [opening, rest] = someEvidence().shown
const shown = [opening, rest].filter((one) => one !== undefined)
const flagged = [aDelivery(1, { state: 'uncertain' })]

describe('what readers got of a decided message', () => {
  it('is all of it, once', () => {
    const { messages, broken } = judge(someEvidence())
    expect(messages).toMatchObject([{ verdict: 'once', flag: null, platform: 'slack' }])
    expect(broken).toEqual([])
  })

  it('is too much where a part stands there twice', () => {
    const { messages } = judge(
      someEvidence({ shown: [...shown, { ...shown[1], id: 'again' }].filter(isShown) }),
    )
    expect(messages).toMatchObject([{ verdict: 'doubled', remark: expect.stringContaining('story s2 ×2') }])
  })

  it('is too much where the whole message stands there twice', () => {
    const again = aShownMessage({ opens: aNotedMessage(1, []), stories: ['s1', 's2'], closes: true })
    expect(verdicts({ shown: [...shown, again] })).toEqual(['doubled'])
  })

  it('is too little where nothing came', () => {
    expect(verdicts({ shown: [] })).toEqual(['lost'])
  })

  it('is too little where a part is missing, whatever the store says', () => {
    const { messages } = judge(someEvidence({ shown: shown.slice(0, 1) }))
    expect(messages).toMatchObject([{ verdict: 'lost', remark: 'missing: story s2, coverage; sent' }])
  })

  const next = {
    notes: [...aDecision(1, ['s1', 's2']), ...aDecision(2, ['s2'])],
    deliveries: [aDelivery(1, { state: 'failed' }), aDelivery(2)],
  }

  it('comes later where a later briefing there tells its stories', () => {
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s2'], closes: true })
    expect(verdicts({ ...next, shown: [...shown.slice(0, 1), second] })).toEqual(['told again', 'once'])
  })

  it('comes later also where its story was merged into the one that is told', () => {
    const notes = [...aDecision(1, ['s1', 's2']), ...aDecision(2, ['s5'])]
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s5'], closes: true })
    const own = { ...next, notes, shown: [...shown.slice(0, 1), second] }
    expect(verdicts(own)).toEqual(['lost', 'once'])
    expect(verdicts({ ...own, leads: new Map([['s2', 's5']]) })).toEqual(['told again', 'once'])
  })

  it('is lost where a later briefing tells another story', () => {
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s1'], closes: true })
    expect(verdicts({ ...next, shown: [...shown.slice(0, 1), second] })).toEqual(['lost', 'lost'])
  })

  it('comes later, its opening too, where another subscription of the channel tells its stories', () => {
    const others = [aDelivery(1, { state: 'uncertain' }), aDelivery(2, { subscription: 'other' })]
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s1', 's2'], closes: true })
    const notes = [...aDecision(1, ['s1', 's2']), ...aDecision(2, ['s1', 's2'])]
    expect(verdicts({ notes, deliveries: others, shown: [second] })).toEqual(['told again', 'once'])
  })

  it('is lost, its opening alone too, where another subscription of the channel tells other stories', () => {
    const others = [aDelivery(1, { state: 'uncertain' }), aDelivery(2, { subscription: 'other' })]
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s3'], closes: true })
    const notes = [...aDecision(1, ['s1', 's2']), ...aDecision(2, ['s3'])]
    expect(verdicts({ notes, deliveries: others, shown: [second] })).toEqual(['lost', 'once'])
    expect(verdicts({ notes, deliveries: others, shown: [...shown.slice(1), second] })).toEqual([
      'lost',
      'once',
    ])
  })

  it('is lost where the later briefing stands in another channel', () => {
    const elsewhere = { place: 'slack:T1/C2' }
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s2'], closes: true }, elsewhere)
    const deliveries = [aDelivery(1), aDelivery(2, { destination: elsewhere.place })]
    expect(verdicts({ ...next, deliveries, shown: [...shown.slice(0, 1), second] })).toEqual(['lost', 'once'])
  })

  it('may have its last line below a newer one, where a correction made it longer', () => {
    const corrected = aShownMessage({ opens: aNotedMessage(1, []), stories: ['s1', 's2'] })
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s2'], closes: true })
    const line = aShownMessage({ closes: true })
    const edit = aDelivery(3, { outboxId: 'edit', slot: '', edits: 'daily 1' })
    const deliveries = [aDelivery(1), aDelivery(2), edit]
    expect(verdicts({ ...next, deliveries, shown: [corrected, second, line] })).toEqual(['once', 'once'])
    expect(verdicts({ ...next, shown: [...shown, second, line] })).toEqual(['once', 'doubled'])
  })

  it('may have its last story below a newer one that tells it too, where a correction made it longer', () => {
    const corrected = aShownMessage({ opens: aNotedMessage(1, []), stories: ['s1'] })
    const second = aShownMessage({ opens: aNotedMessage(2, []), stories: ['s2'], closes: true })
    const rest = aShownMessage({ stories: ['s2'], closes: true })
    const edit = aDelivery(3, { outboxId: 'edit', slot: '', edits: 'daily 1' })
    const deliveries = [aDelivery(1), aDelivery(2), edit]
    expect(verdicts({ ...next, deliveries, shown: [corrected, second, rest] })).toEqual(['once', 'once'])
    expect(verdicts({ ...next, shown: [corrected, second, rest] })).toEqual(['told again', 'doubled'])
    expect(verdicts({ ...next, deliveries, shown: [...shown, second, rest] })).toEqual(['once', 'doubled'])
  })

  it('counts only decisions that the store has taken', () => {
    expect(verdicts({ notes: [...aDecision(1, ['s1', 's2']), ...aDecision(2, ['s3'])] })).toEqual(['once'])
  })

  it('is not asked for a channel that has gone', () => {
    expect(verdicts({ shown: [], doomed: new Set([DESK]) })).toEqual([])
  })
})

describe('a flag', () => {
  const kills = [{ life: 1, at: 5_050 }]

  it('is allowed where Slack had read a part and could not answer before the kill', () => {
    const log = [
      aLoggedCall({ stories: ['s2'], closes: true }, { under: shown[0]?.id ?? '', answeredAt: null }),
    ]
    expect(flags({ deliveries: flagged, kills, log, shown })).toEqual(['in flight at a kill'])
  })

  it('is allowed where the answer left just before the kill', () => {
    const log = [aLoggedCall({ opens: aNotedMessage(1, []) }, { answeredAt: 5_040 })]
    expect(flags({ deliveries: flagged, kills, log, shown })).toEqual(['in flight at a kill'])
  })

  it('is allowed where a fault took the answer', () => {
    const log = [aLoggedCall({ opens: aNotedMessage(1, []) }, { answeredAt: null, fault: 'half an answer' })]
    expect(flags({ deliveries: flagged, log })).toEqual(['its answer was taken away'])
  })

  it.each([
    ['nothing of it was ever asked of Slack', []],
    ['it was answered long before', [aLoggedCall({ opens: aNotedMessage(1, []) }, { answeredAt: 1_000 })]],
    ['another process was killed', [aLoggedCall({ opens: aNotedMessage(1, []) }, { life: 2 })]],
    [
      'the call was for another channel',
      [aLoggedCall({ opens: aNotedMessage(1, []) }, { place: 'slack:T1/C2', answeredAt: null })],
    ],
    [
      'the call was of another briefing',
      [aLoggedCall({ opens: aNotedMessage(2, []), stories: ['s9'] }, { answeredAt: null })],
    ],
    [
      'Slack said clearly that it did nothing',
      [aLoggedCall({ opens: aNotedMessage(1, []) }, { fault: '503', answeredAt: 3_000 })],
    ],
  ])('goes beyond the rule where %s', (_, log) => {
    expect(flags({ deliveries: flagged, kills, log })).toEqual(['beyond the rule'])
  })

  it('goes beyond the rule on Discord, which recognises repeats', () => {
    const deliveries = [aDelivery(1, { state: 'uncertain', destination: SERVER })]
    const log = [
      aLoggedCall({ opens: aNotedMessage(1, []) }, { platform: 'discord', place: SERVER, answeredAt: null }),
    ]
    expect(flags({ deliveries, kills, log })).toEqual(['beyond the rule'])
  })
})

describe('what else is promised', () => {
  it('a briefing prints no stranger', () => {
    const body = aBody({ opens: aNotedMessage(1, []), stories: ['s1', 's7'] })
    const spoilt = shown.map((one, index) => (index === 0 ? { ...one, body } : one))
    expect(broken({ shown: spoilt })).toEqual([
      expect.stringContaining('print stories that they do not tell (1): daily 1: s7'),
    ])
  })

  it('a briefing books what it prints', () => {
    expect(broken({ notes: aDecision(1, ['s1', 's2'], ['s1', 's3']) })).toEqual([
      expect.stringContaining('book other stories than they print (1): daily 1: '),
    ])
  })

  it('nothing is posted that was not decided', () => {
    const stranger = aShownMessage({ stories: ['s8'] }, { place: 'slack:T1/C5' })
    expect(broken({ shown: [...shown, stranger] })).toEqual([expect.stringContaining('belong to nothing')])
  })

  it('a correction stands there in the end', () => {
    const message = aNotedMessage(1, ['s1', 's2'])
    const corrected = {
      ...message,
      stories: message.stories.map((story) => ({
        ...story,
        sentences: ['There are 7,015 rooms.'],
        isChanged: true,
      })),
    }
    const notes = [
      ...aDecision(1, ['s1', 's2']),
      { kind: 'corrected' as const, id: 'daily 1', nth: 0, message: corrected },
    ]
    const deliveries = [aDelivery(1), aDelivery(2, { outboxId: 'edit', slot: '', edits: 'daily 1' })]
    expect(broken({ notes, deliveries })).toEqual([
      expect.stringContaining('corrections were not made (1): daily 1: There are 7,015 rooms.'),
    ])
  })

  it('an article that was served is stored', () => {
    expect(broken({ served: new Set(['a', 'b']), stored: new Set(['a']) })).toEqual([
      expect.stringContaining('not stored (1): b'),
    ])
  })

  const daily: DrillWish = {
    id: 'daily',
    title: 'Desk',
    to: DESK,
    at: ['06:30', '07:00'],
    zone: 'UTC',
    kind: 'briefing',
    stories: 3,
  }
  const { from } = someEvidence()

  it.each([
    ['was up in its time', from + 61 * 60_000, 1],
    ['was down', from + 31 * 60_000, 0],
  ])('a slot is served where the bot %s', (_, at, count) => {
    const deliveries = [aDelivery(1, { slot: '2026-03-10 06:30 UTC' })]
    expect(
      broken({ subscriptions: [daily], until: from + 90 * 60_000, decidedAt: [at], deliveries }),
    ).toHaveLength(count)
  })

  it.each([
    ['is called no more', [], true, 0],
    ['is not paused', [], false, 1],
    ['is called again', [aLoggedCall({})], true, 1],
  ])('a channel that is gone %s', (_, later, isPaused, count) => {
    const log = [aLoggedCall({}, { refusal: 'is_archived' }), ...later]
    expect(broken({ doomed: new Set([DESK]), paused: new Set(isPaused ? [DESK] : []), log })).toHaveLength(
      count,
    )
  })

  it.each([
    [1, 0],
    [2, 1],
    [0, 1],
  ])('a notice is said once (here %i times)', (times, count) => {
    const place = 'slack:@T1/U1'
    const notice = aDelivery(2, { outboxId: 'notice', slot: '', destination: place })
    const said = Array.from({ length: times }, () =>
      aShownMessage({}, { place, body: { blocks: [{ type: 'section', text: { text: 'It is paused.' } }] } }),
    )
    expect(broken({ deliveries: [aDelivery(1), notice], shown: [...shown, ...said] })).toHaveLength(count)
  })
})

const isShown = (one: object): one is (typeof shown)[number] => 'body' in one
