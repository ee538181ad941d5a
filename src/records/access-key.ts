import type { Platform } from './platform.ts'

/**
 * `link`: signs in once. `session`: a browser that signed in. `feed`: a URL under which a feed reader finds a
 * subscription. `program`: a token for somebody's own program. All but a link are valid until revoked or
 * expired.
 */
export type AccessKind = 'link' | 'session' | 'feed' | 'program'

/**
 * Identifies a person of a chat platform outside it. Only the person has the key itself; the store has its
 * hash. Times are milliseconds since 1970.
 */
export interface AccessKey {
  /** Id with which its owner lists and revokes the key. It gives no access. */
  readonly id: string
  readonly kind: AccessKind
  /** SHA-256 of the key. */
  readonly hash: string
  /** The owner, in the form of `Subscription.owner`. */
  readonly person: string
  readonly visitor: Visitor
  /** For a `feed` key: id of the subscription it shows. */
  readonly subscription?: string
  readonly createdAt: number
  /** Null: valid until revoked. */
  readonly expiresAt: number | null
  readonly usedAt: number | null
}

/** A channel that a person manages: they may see and change what speaks there. */
export interface ManagedChannel {
  /** In the form of `Subscription.to`. */
  readonly destination: string
  /** As people write it: `#desk`. */
  readonly name: string
}

/**
 * Who asks and what they manage there, as their platform reports it. An access key stores what was reported
 * when it was made.
 */
export interface Visitor {
  readonly platform: Platform
  /** Slack team or Discord guild; `local` on a terminal. */
  readonly workspace: string
  /** The platform's id of the person. */
  readonly user: string
  /** Display name on the platform. The person chose it, so treat it as untrusted text. Absent if unknown. */
  readonly name?: string
  /**
   * Destination where the question was asked, in the form of `Subscription.to`. "New here" is measured
   * against it.
   */
  readonly channel: string
  /**
   * Destination of direct messages to this person, `platform:@workspace/user`. Equals `channel` if they write
   * to us directly.
   */
  readonly direct: string
  readonly isDirect: boolean
  /** May change what all readers share: the sources, and the subscriptions of everybody in this workspace. */
  readonly isAdmin: boolean
  /** May change the settings and the subscriptions of this channel. */
  readonly managesChannel: boolean
  /**
   * Who may make this channel follow or mute a story, as the operator configured it; absent: only those who
   * manage the channel.
   */
  readonly subscribers?: 'everyone' | 'managers'
  /**
   * Operates the bot, if it serves several workspaces that share sources. Absent if it serves one workspace,
   * whose admins may change the sources.
   */
  readonly isHost?: boolean
  /** Belongs to another organisation that shares this channel. */
  readonly isOutsider?: boolean
  /**
   * All channels that the person manages, also the one they ask from if they manage it. Present where more
   * than that one counts: on pages.
   */
  readonly manages?: readonly ManagedChannel[]
  /** IANA zone in which times are shown. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
  /** Languages the person reads (ISO 639-1), preferred first. If absent, that of `language` and English. */
  readonly reads?: readonly string[] | undefined
}
