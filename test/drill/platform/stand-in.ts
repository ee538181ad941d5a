import type { IncomingHttpHeaders } from 'node:http'
import type { PlatformName } from './platform-log.ts'

/** A request, read to its end. */
export interface ReadRequest {
  readonly method: string
  /** Without the prefix of the API. */
  readonly path: string
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Described {
  /** The method with its ids taken out. */
  readonly name: string
  readonly place: string | null
  readonly under: string | null
  /** It shows, changes or opens something that readers see, or leads there. */
  readonly isDelivery: boolean
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
  /** The platform's word for a refusal; null where it carried out what was asked. */
  readonly refusal: string | null
}

/** What stands in for a platform, behind its socket. */
export interface StandIn {
  readonly platform: PlatformName
  /** Reads what is asked of a path of the API. */
  read(method: string, url: string, headers: IncomingHttpHeaders, body: string): ReadRequest
  describe(request: ReadRequest): Described
  carryOut(request: ReadRequest): Answer
  /** In the platform's own words. */
  refuseToken(): Answer
  internalError(): Answer
}
