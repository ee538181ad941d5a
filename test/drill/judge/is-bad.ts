import type { Judged } from './judge.ts'

/** Lost, shown twice, or flagged where nothing allows it. */
export const isBad = ({ verdict, flag }: Judged): boolean =>
  verdict === 'lost' || verdict === 'doubled' || flag === 'beyond the rule'
