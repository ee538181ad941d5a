import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { boundCases } from './store-bounds.ts'
import { correctingCases } from './store-correcting.ts'
import { decidingCases } from './store-deciding.ts'
import { deliveryCases } from './store-delivery.ts'
import { destinationCases } from './store-destinations.ts'
import { findingCases } from './store-findings.ts'
import { keepingCases } from './store-keeping.ts'
import { platformCases } from './store-platforms.ts'
import { lettingGoCases } from './store-letting-go.ts'
import { mergingCases } from './store-merging.ts'
import { settlingCases } from './store-settling.ts'
import { noticeCases } from './store-notices.ts'
import { pausedNoticeCases } from './store-paused-notices.ts'
import { pruningCases } from './store-pruning.ts'
import { accessCases } from './store-access.ts'
import { reportCountCases } from './store-report-counts.ts'
import { hubCases } from './store-hub.ts'
import { ruleCases } from './store-rules.ts'
import { sayingCases } from './store-saying.ts'
import { searchCases } from './store-search.ts'
import { searchLanguageCases } from './store-search-languages.ts'
import { searchPageCases } from './store-search-pages.ts'
import { storyCases } from './store-stories.ts'
import { subscriptionCases } from './store-subscriptions.ts'
import { toldCases } from './store-told.ts'
import { toldPageCases } from './store-told-pages.ts'

/**
 * Defines the tests that every store must pass. `open` returns an empty store, which is closed after each
 * case.
 */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store | null = null
    beforeEach(async () => {
      store = await open()
    })
    afterEach(async () => {
      await store?.close()
      store = null
    })
    const current = (): Store => {
      if (store === null) throw new Error('a case uses its store only while it runs')
      return store
    }
    describe('keeping', () => {
      keepingCases(current)
    })
    describe('stories', () => {
      storyCases(current)
    })
    describe('merging stories', () => {
      mergingCases(current)
    })
    describe('settling hours', () => {
      settlingCases(current)
    })
    describe('search', () => {
      searchCases(current)
    })
    describe('search in other languages', () => {
      searchLanguageCases(current)
    })
    describe('pages of a search', () => {
      searchPageCases(current)
    })
    describe('counting reports', () => {
      reportCountCases(current)
    })
    describe('deciding', () => {
      decidingCases(current)
    })
    describe('delivery', () => {
      deliveryCases(current)
    })
    describe('destinations', () => {
      destinationCases(current)
    })
    describe('notices', () => {
      noticeCases(current)
    })
    describe('notices of paused channels', () => {
      pausedNoticeCases(current)
    })
    describe('correcting', () => {
      correctingCases(current)
    })
    describe('told', () => {
      toldCases(current)
    })
    describe('pages that were told', () => {
      toldPageCases(current)
    })
    describe('pruning', () => {
      pruningCases(current)
    })
    describe('letting go', () => {
      lettingGoCases(current)
    })
    describe('bounds', () => {
      boundCases(current)
    })
    describe('subscriptions', () => {
      subscriptionCases(current)
    })
    describe('what readers corrected', () => {
      ruleCases(current)
    })
    describe('keys', () => {
      accessCases(current)
    })
    describe('who is told of our feeds', () => {
      hubCases(current)
    })
    describe('findings', () => {
      findingCases(current)
    })
    describe('saying', () => {
      sayingCases(current)
    })
    describe('platforms', () => {
      platformCases(current)
    })
  })
}
