import { z } from 'zod'

/** What readers can see of a decided briefing. Times are milliseconds since 1970. */
const notedMessageSchema = z.object({
  title: z.string(),
  from: z.number(),
  to: z.number(),
  zone: z.string(),
  /** It reports one story as it happens; on Discord it names no period. */
  isAlert: z.boolean(),
  stories: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      sentences: z.array(z.string()),
      /** An outlet changed its report. */
      isChanged: z.boolean(),
    }),
  ),
})

export type NotedMessage = z.infer<typeof notedMessageSchema>

/** A line written by a bot about a decision. */
export const decisionNoteSchema = z.discriminatedUnion('kind', [
  /** It is about to decide this message. */
  z.object({
    kind: z.literal('decided'),
    id: z.string(),
    /** Stories that it records as told. */
    told: z.array(z.string()),
    message: notedMessageSchema.nullable(),
  }),
  /** The store has accepted the decision. */
  z.object({ kind: z.literal('kept'), id: z.string() }),
  /**
   * It is about to edit a posted message; `nth` is the number of earlier edits. `message` is null if the
   * change is not visible.
   */
  z.object({
    kind: z.literal('corrected'),
    id: z.string(),
    nth: z.number(),
    message: notedMessageSchema.nullable(),
  }),
])

export type DecisionNote = z.infer<typeof decisionNoteSchema>
