import { z } from 'zod'

const report = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal('unlimited')]) }) }),
})

/**
 * How many files, connections among them, the system lets this process have open at a time; null where it names no
 * limit.
 */
export function openFileLimit(): number | null {
  process.report.excludeEnv = true
  const read = report.safeParse(process.report.getReport())
  if (!read.success || read.data.userLimits.open_files.soft === 'unlimited') return null
  return read.data.userLimits.open_files.soft
}
