import type { Store } from '../records/ports/store.ts'
import type { Db, Query } from './db.ts'
import { engineOf } from './engine.ts'
import {
  accessKeys,
  keepAccessKey,
  pruneAccessKeys,
  revokeAccessKey,
  useAccessKey,
} from './queries/access-keys.ts'
import { forgetChange, keepChange, keptChanges } from './queries/changes.ts'
import { correct, outdatedPosts } from './queries/corrections.ts'
import { decide, decideAll, ledgers } from './queries/decisions.ts'
import {
  acceptAccount,
  destinations,
  loseDestination,
  refusedAccounts,
  rejections,
  resumeDestination,
} from './queries/health.ts'
import { findings } from './queries/findings.ts'
import { pruneHandles } from './queries/handles.ts'
import { keepLastAnswers, lastAnswers } from './queries/last-answers.ts'
import { keepRead } from './queries/keep-read.ts'
import { boundSource, pruneArticles } from './queries/let-go-articles.ts'
import { deliveries, messages } from './queries/outbox.ts'
import { forget, recall, recallAll, recordEvent, remember } from './queries/platform-texts.ts'
import { pruneDecided } from './queries/prune-decided.ts'
import {
  articleByUrl,
  articlesOf,
  counts,
  feedStates,
  keptPerSource,
  knownVersions,
  placedArticles,
  seenBetween,
  storyPlaces,
  versions,
} from './queries/read-articles.ts'
import { headsHolding, stories, storylines } from './queries/read-stories.ts'
import {
  addSubscription,
  changeSubscription,
  keepPreferences,
  keepSubscription,
  muted,
  muteStory,
  preferences,
  quietHours,
  subscriptions,
  unmuteStory,
} from './queries/subscriptions.ts'
import {
  endHubSubscription,
  keepHubSubscription,
  settleHubSubscription,
  takeDueHubSubscriptions,
} from './queries/hub-subscriptions.ts'
import { keepSettled, settledUntil } from './queries/settled-hours.ts'
import { printedLines } from './queries/printed-lines.ts'
import { reportCounts, sourcesSince, storySizes } from './queries/report-counts.ts'
import { acceptReaderRule, addReaderRule, readerRules, removeReaderRule } from './queries/reader-rules.ts'
import { dueNotices, tellNotice } from './queries/tell-notice.ts'
import { storyDeliveries, toldBySubscription } from './queries/story-deliveries.ts'
import { keepLook, pagesBeside, postsWithPages, takeDuePages } from './queries/told-pages.ts'
import { keepAnswered, told, toldApart, toldStates } from './queries/told-states.ts'
import { undeliveredVersions } from './queries/undelivered-versions.ts'
import {
  forgetLeftWorkspace,
  forgetWorkspace,
  leaveWorkspace,
  moveChannel,
  pauseSubscriptionsOf,
  returnToWorkspace,
} from './queries/workspaces.ts'
import { sendAgain, waiting } from './queries/waiting.ts'
import { storiesSaying } from './search/find-stories.ts'
import { search } from './search/search-articles.ts'

/** Methods of the store and the queries that implement them. */
export type Queries = { readonly [Method in keyof Store]: Query<Method> }

/** Queries that only read. */
export const READS = {
  accessKeys,
  articleByUrl,
  articlesOf,
  counts,
  deliveries,
  destinations,
  dueNotices,
  feedStates,
  findings,
  headsHolding,
  keptChanges,
  keptPerSource,
  knownVersions,
  lastAnswers,
  ledgers,
  messages,
  muted,
  outdatedPosts,
  undeliveredVersions,
  pagesBeside,
  placedArticles,
  postsWithPages,
  preferences,
  printedLines,
  quietHours,
  readerRules,
  recall,
  recallAll,
  refusedAccounts,
  rejections,
  reportCounts,
  search,
  seenBetween,
  settledUntil,
  sourcesSince,
  stories,
  storiesSaying,
  storylines,
  storySizes,
  storyPlaces,
  subscriptions,
  storyDeliveries,
  toldBySubscription,
  told,
  toldApart,
  toldStates,
  versions,
  waiting,
} satisfies Partial<Queries>

const tidySearch: Query<'tidySearch'> = (db) => engineOf(db).search.tidy(db)

/** Queries that write. Each call is one transaction. */
export const WRITES = {
  acceptAccount,
  acceptReaderRule,
  addReaderRule,
  addSubscription,
  boundSource,
  changeSubscription,
  correct,
  decide,
  decideAll,
  endHubSubscription,
  forget,
  forgetLeftWorkspace,
  forgetWorkspace,
  keepAccessKey,
  keepAnswered,
  keepLastAnswers,
  keepLook,
  keepHubSubscription,
  keepPreferences,
  keepRead,
  keepSettled,
  keepSubscription,
  leaveWorkspace,
  loseDestination,
  moveChannel,
  muteStory,
  pauseSubscriptionsOf,
  keepChange,
  forgetChange,
  pruneAccessKeys,
  pruneArticles,
  pruneDecided,
  pruneHandles,
  recordEvent,
  remember,
  removeReaderRule,
  resumeDestination,
  returnToWorkspace,
  revokeAccessKey,
  sendAgain,
  settleHubSubscription,
  takeDueHubSubscriptions,
  takeDuePages,
  tellNotice,
  tidySearch,
  unmuteStory,
  useAccessKey,
} satisfies Partial<Queries>

/**
 * Runs a query for the store's method `method`. The engine decides on which connection, when, and in what
 * transaction.
 */
type Ask = <T>(question: (db: Db) => Promise<T>, method: string) => Promise<T>

/** Turns queries into methods of the store. */
export function asMethods<Some extends Partial<Queries>>(
  queries: Some,
  ask: Ask,
): Pick<Store, Extract<keyof Some, keyof Store>>
export function asMethods(queries: Partial<Queries>, ask: Ask): object {
  const methods = Object.entries(queries).map(([name, query]) => [
    name,
    (...args: readonly unknown[]) => ask((db) => Reflect.apply(query, undefined, [db, ...args]), name),
  ])
  return Object.fromEntries(methods)
}
