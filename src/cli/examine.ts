import { join } from 'node:path'
import type { Store } from '../records/ports/store.ts'
import type { Settings } from '../settings/settings.ts'
import { OUTCOMES_FILE, SPENT_FILE } from './open-summariser.ts'

const DAY_MS = 24 * 3_600_000

export type ModelFindings = NonNullable<Awaited<ReturnType<typeof examineModel>>>

/**
 * The model's token use and the outcomes of its answers; null without a model. Does not call the model,
 * because a question costs tokens.
 */
export async function examineModel({ model, dataDirectory }: Pick<Settings, 'model' | 'dataDirectory'>) {
  if (model === null) return null
  const [{ openOutcomes }, { openSpentBook }] = await Promise.all([
    import('../summaries/model/count-outcomes.ts'),
    import('../summaries/model/create-allowance.ts'),
  ])
  const spent = openSpentBook(join(dataDirectory, SPENT_FILE)).read()
  return {
    name: model.name,
    tokensADay: model.tokensADay,
    /** Tokens used on the current UTC day. */
    tokensToday: spent?.day === Math.floor(Date.now() / DAY_MS) ? spent.tokens : 0,
    /** Outcomes on the last day on which the model was asked; null if it never was. */
    outcomes: openOutcomes(join(dataDirectory, OUTCOMES_FILE)).read(),
  }
}

/**
 * Formats the findings: "claude: 900 of 100000 tokens today; on 2026-11-24 12 summaries of 30 sentences, 2
 * choices not used: unknown 2; 5 cuts made, 3 refused: negation 2, phrase 1; 4 answers not used: timeout 2,
 * broken 2".
 */
export function sayModel(findings: ModelFindings | null): string {
  if (findings === null) return 'none: our own rules choose the sentences'
  const { name, tokensADay, tokensToday, outcomes } = findings
  const cost = `${name}: ${tokensToday} of ${tokensADay} tokens today`
  if (outcomes === null) return `${cost}; not asked yet`
  const { day, summaries, sentences, refused, cuts, refusedCuts, unused } = outcomes
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
  return [
    cost,
    `on ${date} ${summaries} summaries of ${sentences} sentences, ${counted('choices not used', refused)}`,
    `${cuts} cuts made, ${counted('refused', refusedCuts)}`,
    counted('answers not used', unused),
  ].join('; ')
}

/** Formats counts by reason, most frequent first: "3 refused: negation 2, phrase 1". */
function counted(what: string, reasons: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(reasons).toSorted(([, a], [, b]) => b - a)
  const times = sorted.reduce((sum, [, count]) => sum + count, 0)
  const why = sorted.map(([reason, count]) => `${reason} ${count}`).join(', ')
  return times === 0 ? `0 ${what}` : `${times} ${what}: ${why}`
}

type RejectionFindings = Awaited<ReturnType<typeof examineRejections>>

/** Long enough for somebody who looks once a week. */
const DAYS_BACK = 7

/**
 * Messages that platforms recently rejected because of how they were drawn; `last` is null if there are none.
 * `now` is in milliseconds since 1970.
 */
export async function examineRejections(store: Pick<Store, 'rejections'>, now: number) {
  const rejections = await store.rejections(now - DAYS_BACK * DAY_MS)
  return { days: DAYS_BACK, count: rejections.length, last: rejections[0] ?? null }
}

/**
 * Formats rejections: "2 messages in the last 7 days; the last on 2026-03-10 08:00 UTC to slack:T1/C1 (k4f2
 * 2026-03-10 08:00): Invalid blocks. …".
 */
export function sayRejections({ days, count, last }: RejectionFindings): string {
  if (last === null) return `none in the last ${days} days`
  const { at, destination, outboxId, reason } = last
  return [
    `${count} ${count === 1 ? 'message' : 'messages'} in the last ${days} days`,
    `the last on ${utcMinute(at)} to ${destination} (${outboxId}): ${reason}`,
    'a fault of Dragoman: report it with these words and the line of the log',
  ].join('; ')
}

/** Formats a time as "2026-03-10 08:00 UTC". */
export const utcMinute = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/**
 * Whether none of several sources could be reached, so that the fault is probably on this side. `failures`
 * has an entry for each source, null if it answered.
 */
export const isCutOff = (failures: readonly (string | null)[]): boolean =>
  failures.length > 1 && failures.every((failure) => failure === 'unreachable')

export function sayCutOff(sources: number): string {
  const needs = 'Names are asked of DNS, pages at ports 443 and 80, without a proxy'
  return `none of ${sources} can be reached: is this machine on the network? ${needs}`
}
