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

/** What pages are made with. */
export interface SiteTools {
  readonly archive: Archive
  readonly topicName: TopicName
  readonly pictures: Pick<Pictures, 'draw'>
  /** What people who sign in have; null where nobody can. */
  readonly people: People | null
  /** Who tells readers of our feeds what is new in them; null where nobody does. */
  readonly hub: HubTools | null
  /** Whose news it is: everybody's, that of whoever sits at this machine, or that of people who signed in. */
  readonly readers: 'everybody' | 'here' | 'signed-in'
  /** The address of the pages as people reach them, without a slash at the end. */
  readonly root: string
  /** IANA zone, and BCP 47 language where a browser asks for none that we speak. */
  readonly zone: string
  readonly language: string
}

/** What is known of a request, for hono. */
export interface SiteEnv {
  Variables: {
    /** Null where nobody signed in. */
    session: Session | null
  }
}

/** Somebody who signed in. */
export interface Session {
  readonly asker: Asker
  readonly key: AccessKey
  /** Stands in every form of theirs, so that no other site's form passes for one. */
  readonly formToken: string
}

/** All that chat lets people do, for their pages. */
export interface People {
  readonly newsroom: CommandContext
  readonly commands: Commands
  readonly keys: AccessKeys
  readonly outbox: Pick<Outbox, 'deliveries'>
  /** How each platform would show a message, as a whole HTML page, by the platform's name for people. */
  readonly drawers: ReadonlyMap<string, (message: Message) => Promise<string>>
}
