/** Name of a platform, as its destinations begin: `slack`. Lower-case letters and digits. */
export type Platform = string

/** A posted message, so that it can be edited later. Opaque outside its adapter. */
export interface Receipt {
  readonly platform: Platform
  readonly channel: string
  readonly messageIds: readonly string[]
}

/** With the ids of the platform. */
export interface Workspace {
  readonly platform: Platform
  readonly workspace: string
}

/** A whole workspace, or one channel of it. */
export interface Place extends Workspace {
  readonly channel?: string
}
