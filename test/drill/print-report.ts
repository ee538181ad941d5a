import { isBad } from './judge/is-bad.ts'
import type { Judged } from './judge/judge.ts'
import { tally, type TallyRow } from './judge/tally.ts'
import type { DrillReport } from './run-drill.ts'

const COLUMNS: readonly (readonly [string, keyof TallyRow])[] = [
  ['platform', 'platform'],
  ['what was done to it', 'trouble'],
  ['kills', 'kills'],
  ['decided', 'decided'],
  ['exactly once', 'once'],
  ['told again', 'toldAgain'],
  ['doubled', 'doubled'],
  ['lost', 'lost'],
  ['flagged: kill', 'flaggedAtKill'],
  ['fault', 'flaggedByFault'],
  ['beyond', 'flaggedBeyond'],
]

const EXAMPLES = 12

/** Formats the table and the details of its bad numbers. */
export function printReport(report: DrillReport): readonly string[] {
  const rows = tally(report.messages, report.kills).map((row) => COLUMNS.map(([, key]) => String(row[key])))
  const bad = report.messages.filter(isBad)
  return [
    ...align([COLUMNS.map(([name]) => name), ...rows]),
    '',
    `${Object.keys(report.points).length} kinds of await points, ${report.messages.reduce((sum, { edits }) => sum + edits, 0)} edits decided.`,
    ...bad.slice(0, EXAMPLES).map(describe),
    ...(bad.length > EXAMPLES ? [`… and ${bad.length - EXAMPLES} more.`] : []),
    ...report.broken.map((text) => `BROKEN: ${text}`),
  ]
}

function describe({ id, trouble, verdict, remark, flag }: Judged): string {
  const found =
    flag === 'beyond the rule' && verdict !== 'lost' && verdict !== 'doubled'
      ? 'FLAGGED'
      : verdict.toUpperCase()
  return `${found}: ${id} (${trouble}) ${remark}`
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}
