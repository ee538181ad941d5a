import { z } from 'zod'

/** What a decided briefing says, as far as readers can see it. Times are milliseconds since 1970. */
const notedMessageSchema = z.object({
  title: z.string(),
  from: z.number(),
  to: z.number(),
  zone: z.string(),
  /** It tells of one story as it comes, and on Discord of no stretch of time. */
  isAlert: z.boolean(),
  stories: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      sentences: z.array(z.string()),
      /** An outlet has changed what it had written. */
      isChanged: z.boolean(),
    }),
  ),
})

export type NotedMessage = z.infer<typeof notedMessageSchema>

/** A line that a bot writes of what it decides. */
export const decisionNoteSchema = z.discriminatedUnion('kind', [
  /** It is about to decide this. */
  z.object({
    kind: z.literal('decided'),
    id: z.string(),
    /** Stories that it books as told. */
    told: z.array(z.string()),
    message: notedMessageSchema.nullable(),
  }),
  /** The store has taken the decision. */
  z.object({ kind: z.literal('kept'), id: z.string() }),
  /** It is about to have a posted message edited, after so many edits before. Null where the change shows nowhere. */
  z.object({
    kind: z.literal('corrected'),
    id: z.string(),
    nth: z.number(),
    message: notedMessageSchema.nullable(),
  }),
])

export type DecisionNote = z.infer<typeof decisionNoteSchema>
