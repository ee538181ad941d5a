import { z } from 'zod'
import { FAILURE_KINDS } from '../../src/records/feed-state.ts'
import { OWNERSHIPS } from '../../src/records/source.ts'
import type { SourceHealth } from '../../src/records/message.ts'

const count = z.int().nonnegative()
const moment = z.number().nullable()

const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['gone', 'empty', 'undated']) }),
  z.object({ kind: z.literal('kills'), times: count }),
  z.object({ kind: z.enum(['lost', 'truncated']), entries: count }),
  z.object({ kind: z.literal('failing'), failure: z.enum(FAILURE_KINDS), times: count }),
  z.object({ kind: z.literal('silent'), days: count, rhythmMs: z.number().exactOptional() }),
  z.object({ kind: z.literal('language'), writes: z.string(), said: z.string() }),
  z.object({ kind: z.literal('moved'), to: z.string() }),
])

const findingsSchema = z.object({
  sources: z.array(
    z.object({
      sourceId: z.string(),
      name: z.string(),
      country: z.string(),
      language: z.string(),
      ownership: z.enum(OWNERSHIPS),
      state: z.enum(['active', 'failing', 'silent', 'moved', 'gone', 'paused', 'unread']),
      lastSuccessAt: moment,
      newestEntryAt: moment,
      articles: count,
      letGo: z.object({ articles: count, versions: count }).nullable(),
      finding: findingSchema.nullable(),
      remark: z.string().nullable(),
      failures: z.array(z.object({ kind: z.enum(FAILURE_KINDS), times: count })),
      rhythmMs: z.number().nullable(),
      pushed: z.boolean(),
    }),
  ),
})

/**
 * The sources in what `doctor --json` printed. @throws ZodError where it is something else, SyntaxError where
 * it is no JSON
 */
export function readFindings(json: string): readonly SourceHealth[] {
  return findingsSchema.parse(JSON.parse(json)).sources
}
