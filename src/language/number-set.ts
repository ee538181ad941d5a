/** Whether a whole number of 32 bits with a sign is among some. */
export type NumberSet = (number: number) => boolean

/** These numbers, such as the hashes of words, in a third of the memory of a Set: sorted, and found from where those with their upper bits begin. */
export function numberSet(numbers: readonly number[] | Int32Array): NumberSet {
  const sorted = Int32Array.from(numbers).sort()
  const bits = Math.max(1, Math.floor(Math.log2(sorted.length / TOGETHER)))
  /** Rising with the numbers, of which the negative are lowest. */
  const groupOf = (number: number): number => (number ^ LOWEST) >>> (32 - bits)
  const starts = new Uint32Array((1 << bits) + 1)
  for (const number of sorted) starts[groupOf(number) + 1] = (starts[groupOf(number) + 1] ?? 0) + 1
  for (let group = 1; group < starts.length; group++)
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0)
  return (number) => {
    const group = groupOf(number)
    const end = starts[group + 1] ?? 0
    for (let at = starts[group] ?? 0; at < end; at++) if (sorted[at] === number) return true
    return false
  }
}

/** Numbers that begin with the same bits, about: so few that each may be looked at. */
const TOGETHER = 4
const LOWEST = 1 << 31
