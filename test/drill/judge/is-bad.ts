import type { Judged } from './judge.ts'

/** Whether a message was lost, shown twice, or flagged against the rule. */
export const isBad = ({ verdict, flag }: Judged): boolean =>
  verdict === 'lost' || verdict === 'doubled' || flag === 'beyond the rule'
