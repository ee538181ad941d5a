/** Name of a platform, and prefix of its destinations: `slack`. Lower-case letters and digits. */
export type Platform = string

/** Identifies a posted message so that it can be edited later. Opaque outside its adapter. */
export interface Receipt {
  readonly platform: Platform
  readonly channel: string
  readonly messageIds: readonly string[]
}

/** A workspace, by the platform's id. */
export interface Workspace {
  readonly platform: Platform
  readonly workspace: string
}

/** A whole workspace, or one channel of it. */
export interface Place extends Workspace {
  readonly channel?: string
}
