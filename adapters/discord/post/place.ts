import { z } from 'zod'

/** Where something is posted: `GUILD/CHANNEL`, or `USER/CHANNEL` for the direct messages of a person. */
interface DiscordPlace {
  readonly workspace: string
  readonly channel: string
}

export function readPlace(place: string): DiscordPlace {
  const [workspace = '', channel = workspace] = place.split('/')
  return { workspace, channel }
}

/** A destination as `Subscription.to` writes it. */
export const channelDestination = (guild: string, channel: string): string => `discord:${guild}/${channel}`

/**
 * The direct messages of a person. They are one place wherever the person writes from, and belong to no server: so the person's own id stands
 * for the workspace.
 */
export const directDestination = (user: string): string => `discord:@${user}/${user}`

/** What is read of a message, channel or thread that Discord made. */
const created = z.looseObject({ id: z.string().min(1) })

/** @throws ZodError when the answer names nothing that was made */
export function idOf(answer: unknown): string {
  return created.parse(answer).id
}
