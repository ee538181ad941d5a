import type { Passage } from './passage.ts'

/** Half of the shorter report word for word in the other: one of them is a copy, or both are of the same wire report. */
const COPIED = 0.5

/**
 * For each report the number of its witness: reports of one outlet, and reports that mostly say the same sentences, are one. Five copies of a
 * wire report are not five witnesses.
 */
export function countWitnesses(
  reports: readonly { readonly passages: readonly Passage[]; readonly outlet: string | undefined }[],
): readonly number[] {
  if (reports.length === 1) return [0]
  const spoken = reports.map(({ passages }) => new Set(passages.map(({ text }) => text)))
  const witnesses: number[] = []
  for (const [i, { outlet }] of reports.entries()) {
    const same = reports
      .slice(0, i)
      .findIndex(
        (other, j) => (outlet !== undefined && other.outlet === outlet) || isCopy(spoken[i], spoken[j]),
      )
    witnesses.push(witnesses[same] ?? i)
  }
  return witnesses
}

function isCopy(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (!a || !b) return false
  return a.intersection(b).size > COPIED * Math.min(a.size, b.size)
}
