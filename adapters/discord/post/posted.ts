import { z } from 'zod'

/** What is read of a message, channel or thread that Discord made. */
const created = z.looseObject({ id: z.string().min(1) })

/** @throws ZodError when the answer names nothing that was made */
export function idOf(answer: unknown): string {
  return created.parse(answer).id
}

/** A message within a receipt: its channel may be a thread. */
export interface Posted {
  readonly channel: string
  readonly message: string
}

export const writePosted = ({ channel, message }: Posted): string => `${channel}/${message}`

export function readPosted(id: string): Posted {
  const [channel = '', message = ''] = id.split('/')
  return { channel, message }
}
