import type { Judged } from './judge.ts'

/** A row of the table: the outcomes of messages decided on one platform during one kind of trouble. */
export interface TallyRow {
  readonly platform: string
  readonly trouble: string
  readonly kills: number
  readonly decided: number
  readonly once: number
  readonly toldAgain: number
  readonly doubled: number
  readonly lost: number
  readonly flaggedAtKill: number
  readonly flaggedByFault: number
  readonly flaggedBeyond: number
}

/** Returns a row for each platform and kind of trouble, and a total for each platform. */
export function tally(
  messages: readonly Judged[],
  kills: Readonly<Record<string, number>>,
): readonly TallyRow[] {
  const all = Object.values(kills).reduce((sum, times) => sum + times, 0)
  const platforms = Map.groupBy(messages, ({ platform }) => platform)
  return [...platforms].flatMap(([platform, own]) => {
    const troubles = [...Map.groupBy(own, ({ trouble }) => trouble)]
    const rows = troubles
      .map(([trouble, some]) => row({ platform, trouble, kills: kills[trouble] ?? 0 }, some))
      .sort((one, other) => one.trouble.localeCompare(other.trouble))
    return [...rows, row({ platform, trouble: 'ALL', kills: all }, own)]
  })
}

function row(head: Pick<TallyRow, 'platform' | 'trouble' | 'kills'>, messages: readonly Judged[]): TallyRow {
  const having = (verdict: Judged['verdict']): number =>
    messages.filter((one) => one.verdict === verdict).length
  const flagged = (flag: Judged['flag']): number => messages.filter((one) => one.flag === flag).length
  return {
    ...head,
    decided: messages.length,
    once: having('once'),
    toldAgain: having('told again'),
    doubled: having('doubled'),
    lost: having('lost'),
    flaggedAtKill: flagged('in flight at a kill') + flagged('next for the socket at a kill'),
    flaggedByFault: flagged('its answer was taken away'),
    flaggedBeyond: flagged('beyond the rule'),
  }
}
