/** Whether a number is among these, which ascend. */
export function isInSorted(sorted: Int32Array, hash: number): boolean {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < hash) low = middle + 1
    else high = middle
  }
  return sorted[low] === hash
}
