import type { Judged } from './judge.ts'

/** A row of the table: what became of the messages that were decided on one platform while one thing was done to the bot. */
export interface TallyRow {
  readonly platform: string
  readonly trouble: string
  readonly decided: number
  readonly once: number
  readonly toldAgain: number
  readonly doubled: number
  readonly lost: number
  readonly flaggedAtKill: number
  readonly flaggedByFault: number
  readonly flaggedBeyond: number
}

/** A row for each platform and kind of trouble, and one for all of each platform. */
export function tally(messages: readonly Judged[]): readonly TallyRow[] {
  const platforms = Map.groupBy(messages, ({ platform }) => platform)
  return [...platforms].flatMap(([platform, own]) => {
    const troubles = [...Map.groupBy(own, ({ trouble }) => trouble)]
    const rows = troubles
      .map(([trouble, some]) => row(platform, trouble, some))
      .sort((one, other) => one.trouble.localeCompare(other.trouble))
    return [...rows, row(platform, 'ALL', own)]
  })
}

function row(platform: string, trouble: string, messages: readonly Judged[]): TallyRow {
  const having = (verdict: Judged['verdict']): number =>
    messages.filter((one) => one.verdict === verdict).length
  const flagged = (flag: Judged['flag']): number => messages.filter((one) => one.flag === flag).length
  return {
    platform,
    trouble,
    decided: messages.length,
    once: having('once'),
    toldAgain: having('told again'),
    doubled: having('doubled'),
    lost: having('lost'),
    flaggedAtKill: flagged('in flight at a kill'),
    flaggedByFault: flagged('its answer was taken away'),
    flaggedBeyond: flagged('beyond the rule'),
  }
}
