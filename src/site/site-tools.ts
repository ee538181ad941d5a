import type { Archive } from '../archive/open-archive.ts'
import type { TopicName } from '../chat/chat-platform.ts'
import type { Asker } from '../chat/command.ts'
import type { Commands } from '../chat/commands.ts'
import type { CommandContext } from '../commands/command-context.ts'
import type { AccessKey } from '../records/access-key.ts'
import type { Message } from '../records/message.ts'
import type { AccessKeys } from '../records/ports/access-keys.ts'
import type { Outbox } from '../records/ports/outbox.ts'
import type { Pictures } from '../pictures/open-pictures.ts'
import type { HubTools } from './hub/create-hub.ts'

/** What is needed to make pages. */
export interface SiteTools {
  readonly archive: Archive
  readonly topicName: TopicName
  readonly pictures: Pick<Pictures, 'draw'>
  /** What signed-in people can use; null if nobody can sign in. */
  readonly people: People | null
  /** What the hub for our feeds needs; null if there is none. */
  readonly hub: HubTools | null
  /** Called with what went wrong where a request was answered with 500. */
  readonly noteFault: (error: unknown) => void
  /** Who may read the news: everybody, people on this machine, or people who signed in. */
  readonly readers: 'everybody' | 'here' | 'signed-in'
  /** The address of the pages as people reach them, without a final slash. */
  readonly root: string
  /** IANA zone, and BCP 47 language for browsers that ask for none of ours. */
  readonly zone: string
  readonly language: string
}

/** Request variables for hono. */
export interface SiteEnv {
  Variables: {
    /** Null if nobody is signed in. */
    session: Session | null
  }
}

/** A signed-in person. */
export interface Session {
  readonly asker: Asker
  readonly key: AccessKey
  /** A token in every form of the session, which forms of other sites cannot know. */
  readonly formToken: string
}

/** Everything that chat lets people do, for their pages. */
export interface People {
  readonly newsroom: CommandContext
  readonly commands: Commands
  readonly keys: AccessKeys
  readonly outbox: Pick<Outbox, 'deliveries'>
  /** Functions that draw a message as each platform shows it, as a whole HTML page, by platform name. */
  readonly drawers: ReadonlyMap<string, (message: Message) => Promise<string>>
}
