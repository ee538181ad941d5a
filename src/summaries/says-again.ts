/** How much of the shorter sentence's words may stand in another. */
const REPEATED = 0.8

/** Do these sentences say the same? By their analysed words that say something. */
export function saysAgain(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shorter = Math.min(one.size, other.size)
  return shorter > 0 && one.intersection(other).size / shorter > REPEATED
}
