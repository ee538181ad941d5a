import type { DialectAdapter, RawBuilder } from 'kysely'
import type { SearchTerms } from '../records/article.ts'
import type { Db } from './db.ts'
import type { Condition, Match } from './search/match.ts'

/**
 * What differs between SQL engines. All other queries of `queries/` and `search/` are the same for every
 * engine.
 */
export interface Engine {
  /**
   * Follows a table name: the index to use where the planner would choose another. Empty if the planner
   * chooses well.
   */
  indexedBy(index: string): RawBuilder<unknown>
  /** Follows a select: locks its rows until the transaction ends. Empty if nobody else writes meanwhile. */
  readonly forUpdate: RawBuilder<unknown>
  /** Like `forUpdate` for one table of the select, skipping rows that others have locked. */
  skipLocked(table: string): RawBuilder<unknown>
  /** Texts as a table `listed` with the column `value`. */
  listed(texts: readonly string[]): RawBuilder<unknown>
  /** Size of the store in bytes. */
  readonly size: RawBuilder<number>
  /** Name and version of the engine. */
  readonly name: RawBuilder<string>
  /** Strength of a story, as `weighReports` of `briefings/story-facts.ts`, from two expressions. */
  weighReports(independent: RawBuilder<number>, ageMs: RawBuilder<number>): RawBuilder<number>
  readonly search: SearchIndex
  /** Updates the planner's statistics after a bulk write. */
  updateStatistics(db: Db): Promise<void>
  /**
   * The last row number that a table assigned, including that of a deleted row if the engine remembers it; 0
   * before the first.
   */
  lastAssignedRow(db: Db, table: string): Promise<number>
  /** Makes a table assign only numbers above `last` from now on, if it assigns any. */
  setNextRow(db: Db, table: string, last: number): Promise<void>
}

/** Search index: the words of each article's newest version and its filters, by row. */
export interface SearchIndex {
  /** Adds articles, replacing their earlier versions. */
  put(db: Db, articles: readonly IndexedArticle[]): Promise<void>
  remove(db: Db, row: number): Promise<void>
  /** The highest row in the index; -1 if it is empty. */
  lastRow(db: Db): Promise<number>
  /** Does a part of the index's upkeep; 0 if nothing is left to do. */
  tidy(db: Db): Promise<number>
  /** A subquery in parentheses with the column `row`: matching articles with rows in `[from, to)`. */
  matchingRows(match: Match, from: number, to: number): RawBuilder<{ readonly row: number }>
  /** Matching rows, newest first, at most `limit`. */
  newestRows(db: Db, search: RowSearch, limit: number): Promise<readonly number[]>
  /**
   * For each narrower form of one condition, those of `rows` that meet it. `rows` meet all conditions, newest
   * first.
   */
  narrowerRows(
    db: Db,
    rows: readonly number[],
    asked: AskedConditions,
    condition: number,
  ): Promise<readonly (readonly number[])[]>
}

export interface IndexedArticle {
  readonly row: number
  readonly terms: SearchTerms
  /** Words of the filters, as `facetsOf` writes them. */
  readonly facets: string
}

/**
 * What rows to look for: those that match (null: all), have row numbers in `[from, to)` and were seen before
 * `seenBefore` (milliseconds since 1970).
 */
export interface RowSearch {
  readonly match: Match | null
  readonly from: number
  readonly to: number
  readonly seenBefore?: number | undefined
}

export interface AskedConditions {
  readonly conditions: readonly Condition[]
  readonly excluded: readonly Match[]
  readonly span: Omit<RowSearch, 'match'>
}

const engines = new WeakMap<DialectAdapter, Engine>()

/**
 * Registers a Kysely adapter with its engine, so that `engineOf` finds the engine wherever the tables are.
 */
export function adapterOf<Adapter extends DialectAdapter>(adapter: Adapter, engine: Engine): Adapter {
  engines.set(adapter, engine)
  return adapter
}

/** The engine of these tables. */
export function engineOf(db: Db): Engine {
  const engine = engines.get(db.getExecutor().adapter)
  if (engine === undefined) throw new Error('the tables belong to no engine of ours')
  return engine
}
