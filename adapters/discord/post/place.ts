import { z } from 'zod'

/** A place to post: `GUILD/CHANNEL`, or `USER/CHANNEL` for a person's direct messages. */
interface DiscordPlace {
  readonly workspace: string
  readonly channel: string
}

export function readPlace(place: string): DiscordPlace {
  const [workspace = '', channel = workspace] = place.split('/')
  return { workspace, channel }
}

/** A destination in the form of `Subscription.to`. */
export const channelDestination = (guild: string, channel: string): string => `discord:${guild}/${channel}`

/**
 * The destination of a person's direct messages. It belongs to no server and is the same wherever the person
 * writes from, so the person's id takes the place of the server's.
 */
export const directDestination = (user: string): string => `discord:@${user}/${user}`

/** The part we read of a message, channel or thread that Discord created. */
const created = z.looseObject({ id: z.string().min(1) })

/**
 * The id in Discord's answer.
 * @throws ZodError when the answer has no id
 */
export function idOf(answer: unknown): string {
  return created.parse(answer).id
}
