import {
  BinaryOperationNode,
  Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  PostgresAdapter,
  PostgresDialect,
  PrimitiveValueListNode,
  ValueNode,
} from 'kysely'
import pg from 'pg'
import { adapterOf } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { POSTGRES } from './postgres-engine.ts'
import type { ServerAddress } from './server-address.ts'

/**
 * A process that reads, places and sends has about ten queries running; by default a server accepts 100
 * connections.
 */
const MOST_CONNECTIONS = 10
/** Wait for a connection, and for the first answers on it. */
export const CONNECT_TIMEOUT_MS = 10_000
/** Silence after which the system asks whether the other machine is still there. */
const KEEP_ALIVE_MS = 10_000
const IDLE_MS = 30_000

/**
 * Options of every connection. Only our name is sent at its start, and nothing is set for the session,
 * because PgBouncer gives each transaction another connection
 * (https://www.pgbouncer.org/features.html#sql-feature-map-for-pooling-modes).
 */
export const clientOptions = ({ url }: ServerAddress): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'dragoman',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  types: TYPES,
})

/** The tables on a pool of connections. */
export function connect(address: ServerAddress): Kysely<Tables> {
  const pool = new pg.Pool({ ...clientOptions(address), max: MOST_CONNECTIONS, idleTimeoutMillis: IDLE_MS })
  // An idle connection ended: the next query opens another.
  pool.on('error', () => undefined)
  // The pool listens only to idle connections. Without this, one that ends between two statements of a
  // transaction would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({
    dialect: new Dialect({ pool }),
    plugins: [new ForPostgres()],
  })
}

class Dialect extends PostgresDialect {
  override createAdapter() {
    return adapterOf(new PostgresAdapter(), POSTGRES)
  }
}

/**
 * PostgreSQL cannot store U+0000 in text. A noncharacter stands for it, which occurs in no text
 * (https://www.unicode.org/faq/private_use.html#nonchar1).
 */
const NUL = '\ufdd0'

function withNul(text: string): string {
  return text.includes(NUL) ? text.replaceAll(NUL, '\0') : text
}

const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', NUL) : value

/** Counts, times and their sums are whole numbers below 2^53. JSON is parsed by `fromJson`. */
const TYPES = new pg.TypeOverrides()
TYPES.setTypeParser(pg.types.builtins.INT8, Number)
TYPES.setTypeParser(pg.types.builtins.NUMERIC, Number)
TYPES.setTypeParser(pg.types.builtins.JSON, String)
TYPES.setTypeParser(pg.types.builtins.TEXT, withNul)

/**
 * Rewrites what SQLite accepts and PostgreSQL does not: texts with U+0000, and empty lists. (Kysely's own
 * plugin for empty lists does not look into subqueries of IN.)
 */
class ForPostgres extends OperationNodeTransformer implements KyselyPlugin {
  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => this.transformNode(node)
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result

  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: withoutNul(node.value) }
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(withoutNul) }
  }

  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { rightOperand: list } = node
    const isEmpty = PrimitiveValueListNode.is(list) && list.values.length === 0
    if (!isEmpty || !OperatorNode.is(node.operator)) return super.transformBinaryOperation(node)
    const always = ValueNode.createImmediate(1)
    const result = ValueNode.createImmediate(node.operator.operator === 'in' ? 0 : 1)
    return BinaryOperationNode.create(always, OperatorNode.create('='), result)
  }
}
