/** A message that stands in a channel. */
export interface Posted {
  readonly channel: string
  /** Its id there. */
  readonly ts: string
}

/** As the journal of a post keeps it. */
export const writePosted = ({ channel, ts }: Posted): string => `${channel}/${ts}`

export function readPosted(id: string): Posted {
  const slash = id.lastIndexOf('/')
  return { channel: id.slice(0, slash), ts: id.slice(slash + 1) }
}
