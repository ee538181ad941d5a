import type { Cut } from '../look-at-cut.ts'

/** Between commas or dashes, or from one to the end. */
export const isAside = ({ opening, closing }: Cut): boolean =>
  (opening === 'comma' || opening === 'dash') && (closing === opening || closing === 'end')
