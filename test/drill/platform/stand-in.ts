import type { IncomingHttpHeaders } from 'node:http'
import type { PlatformName } from './platform-log.ts'

/** A completely read request. */
export interface ReadRequest {
  readonly method: string
  /** Without the prefix of the API. */
  readonly path: string
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Described {
  /** The method without its ids. */
  readonly name: string
  readonly place: string | null
  readonly under: string | null
  /** Whether it shows, changes or opens something for readers, or prepares that. */
  readonly isDelivery: boolean
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
  /** The platform's error for a refusal; null if the request was carried out. */
  readonly refusal: string | null
}

/** The stand-in for a platform, behind its socket. */
export interface StandIn {
  readonly platform: PlatformName
  /** Interprets a request to a path of the API. */
  read(method: string, url: string, headers: IncomingHttpHeaders, body: string): ReadRequest
  describe(request: ReadRequest): Described
  carryOut(request: ReadRequest): Answer
  /** Answers in the platform's own format. */
  refuseToken(): Answer
  internalError(): Answer
}
