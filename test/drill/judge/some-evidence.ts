import type { Delivery } from '../../../src/records/delivery.ts'
import { timesIn } from '../../../src/words/times.ts'
import type { LoggedCall, ShownMessage } from '../platform/platform-log.ts'
import type { DecisionNote, NotedMessage } from './decision-note.ts'
import type { Evidence } from './evidence.ts'

/** Handmade evidence of a bot that kept all promises; a test spoils it in one place. */
export const DESK = 'slack:T1/C1'
export const SERVER = 'discord:G1/C9'
const BEGIN = Date.UTC(2026, 2, 10, 6)
const SLOT_MS = 30 * 60_000
const SIGNATURE = 'abcdefghijklmnop'

/** Returns the briefing of the n-th slot with these stories. */
export function aNotedMessage(nth: number, stories: readonly string[]): NotedMessage {
  return {
    title: 'Desk of the drill',
    from: BEGIN + (nth - 1) * SLOT_MS,
    to: BEGIN + nth * SLOT_MS,
    zone: 'UTC',
    isAlert: false,
    stories: stories.map((id) => ({ id, headline: `Headline of ${id}`, sentences: [], isChanged: false })),
  }
}

export function aDecision(nth: number, stories: readonly string[], told = stories): readonly DecisionNote[] {
  const id = `daily ${nth}`
  return [
    { kind: 'decided', id, told: [...told], message: aNotedMessage(nth, stories) },
    { kind: 'kept', id },
  ]
}

export function aDelivery(nth: number, own: Partial<Delivery> = {}): Delivery {
  return {
    outboxId: `daily ${nth}`,
    subscription: 'daily',
    destination: DESK,
    slot: `slot ${nth}`,
    at: BEGIN + nth * SLOT_MS,
    state: 'sent',
    edits: null,
    attempts: 1,
    reason: null,
    ...own,
  }
}

interface PartOptions {
  /** The briefing that it begins. */
  readonly opens?: NotedMessage
  readonly stories?: readonly string[]
  readonly closes?: boolean
}

/** Returns a message in Slack's format. */
export function aBody({ opens, stories = [], closes = false }: PartOptions): object {
  const texts = [
    ...(opens === undefined ? [] : [opens.title, timesIn(opens.zone, 'en').stretch(opens.from, opens.to)]),
    ...stories.map((id) => `Headline of ${id}`),
    ...(closes ? ['2 of 2 sources answered; nothing left out.'] : []),
  ]
  return {
    text: 'Headline of everything',
    blocks: [
      ...texts.map((text) => ({ type: 'section', text: { type: 'plain_text', text } })),
      ...stories.map((id) => ({
        type: 'actions',
        elements: [{ type: 'button', value: `${SIGNATURE}:story ${id}` }],
      })),
    ],
  }
}

let ids = 0

export function aShownMessage(part: PartOptions, own: Partial<ShownMessage> = {}): ShownMessage {
  ids += 1
  return { platform: 'slack', id: String(ids), place: DESK, under: null, edits: 0, body: aBody(part), ...own }
}

export function aLoggedCall(part: PartOptions, own: Partial<LoggedCall> = {}): LoggedCall {
  return {
    platform: 'slack',
    life: 1,
    name: 'chat.postMessage',
    place: DESK,
    under: null,
    body: aBody(part),
    readAt: 5_000,
    fault: null,
    carriedOut: true,
    refusal: null,
    answeredAt: 5_100,
    ...own,
  }
}

/** Returns evidence of one briefing with two stories in two parts, the second in the thread of the first. */
export function someEvidence(own: Partial<Evidence> = {}): Evidence {
  const first = aShownMessage({ opens: aNotedMessage(1, []), stories: ['s1'] })
  return {
    subscriptions: [],
    doomed: new Set(),
    troubles: [],
    kills: [],
    log: [],
    shown: [first, aShownMessage({ stories: ['s2'], closes: true }, { under: first.id })],
    notes: aDecision(1, ['s1', 's2']),
    deliveries: [aDelivery(1)],
    paused: new Set(),
    leads: new Map(),
    served: new Set(),
    stored: new Set(),
    decidedAt: [],
    from: BEGIN,
    until: BEGIN + SLOT_MS,
    complaints: [],
    ...own,
  }
}
