import { StoreError } from '../store-error.ts'
import type { ServerAddress } from './server-address.ts'

/**
 * Turns an error of PostgreSQL, its driver or the network into a StoreError with a remedy. StoreErrors pass
 * unchanged. No message contains a password.
 */
export function explainError(error: unknown, { shown }: ServerAddress): StoreError {
  if (error instanceof StoreError) return error
  const reason = reasonOf(error)
  const fault = faultOf(error, reason)
  return new StoreError(fault, REMEDIES[fault](shown, reason), error)
}

const REMEDIES = {
  unavailable: (server: string, reason: string) =>
    `${server} does not answer (${reason}). Start it, or see that DATABASE_URL has its address; nothing kept is lost.`,
  'login-refused': (server: string, reason: string) =>
    `${server} does not let us in (${reason}). Put the right name and password into DATABASE_URL, ` +
    'or let it in by pg_hba.conf; where that wants TLS, add ?sslmode=verify-full.',
  untrusted: (server: string, reason: string) =>
    `${server} cannot be reached by TLS as DATABASE_URL wants it (${reason}). ` +
    'Name the certificate of whoever signed that of the server there: ?sslmode=verify-full&sslrootcert=FILE, ' +
    'and the server as its certificate does.',
  'no-database': (server: string) =>
    `${server} does not exist. Make it there: create database NAME encoding 'UTF8' template template0`,
  'too-many-connections': (server: string) =>
    `${server} takes no more connections. Raise max_connections, or put PgBouncer before it: each process holds twelve at most.`,
  'disk-full': (server: string) => `The disk of ${server} is full. Make room there; nothing kept is lost.`,
  'disk-error': (server: string, reason: string) =>
    `${server} could not read or write its files (${reason}). Look at its log and its disk.`,
  'read-only': (server: string, reason: string) =>
    `${server} does not let us write (${reason}). Name the primary server, and give the user all rights on the database.`,
  corrupt: (server: string, reason: string) =>
    `The files of ${server} are damaged (${reason}). Restore a backup of it.`,
  busy: (server: string, reason: string) =>
    `${server} was busy for too long (${reason}). See by pg_stat_activity what holds it up, then try again.`,
  closed: (server: string) => `The store of ${server} is closed. Open it again first.`,
  failed: (server: string, reason: string) =>
    `${server} failed: ${reason}. If it comes again, report it with this text.`,
}

type Explained = keyof typeof REMEDIES

/**
 * By class of code, or by code where that is more precise:
 * https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
const SERVER_FAULTS: ReadonlyMap<string, Explained> = new Map([
  ['08', 'unavailable'],
  ['57P', 'unavailable'], // it stops, has crashed, or starts
  ['25P03', 'unavailable'], // it ended a transaction that nobody went on with
  ['28', 'login-refused'],
  ['3D000', 'no-database'],
  ['53100', 'disk-full'],
  ['53300', 'too-many-connections'],
  ['58', 'disk-error'],
  ['25006', 'read-only'], // a standby
  ['42501', 'read-only'],
  ['XX001', 'corrupt'],
  ['XX002', 'corrupt'],
  ['57014', 'busy'], // our statement_timeout
  ['55P03', 'busy'],
  ['40', 'busy'],
])

/** Codes of the network and of Node. */
const NODE_FAULTS: ReadonlyMap<string, Explained> = new Map(
  [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOENT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
  ].map((code) => [code, 'unavailable']),
)

/** Codes of certificate errors: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE_FAULTS =
  /^(?:CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|INVALID_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/u

/** Driver errors without a code. */
const DRIVER_FAULTS: readonly (readonly [RegExp, Explained])[] = [
  [/after calling end on the pool|driver has already been destroyed/u, 'closed'],
  [/does not support SSL/u, 'untrusted'],
  [/password|SASL|no pg_hba/iu, 'login-refused'],
  [/terminated|timeout|not queryable|connection error|server closed/iu, 'unavailable'],
]

function faultOf(error: unknown, reason: string): Explained {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  for (const length of [5, 3, 2]) {
    const fault = code.length === 5 ? SERVER_FAULTS.get(code.slice(0, length)) : undefined
    if (fault !== undefined) return fault
  }
  if (CERTIFICATE_FAULTS.test(code)) return 'untrusted'
  return NODE_FAULTS.get(code) ?? DRIVER_FAULTS.find(([said]) => said.test(reason))?.[1] ?? 'failed'
}

/** Tries to connect to each address of a host name come as one error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** Whether to retry at once: two transactions conflicted. */
export const isCollision = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
