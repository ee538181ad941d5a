import { pino } from 'pino'
import { runEditor } from '../../../src/cli/roles/run-editor.ts'
import { openMonitoring } from '../../../src/cli/open-monitoring.ts'
import { openCarrier } from '../../../src/queue/open-carrier.ts'
import { loadSettings } from '../../../src/settings/load-settings.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'

/**
 * Run by the bench as a separate process: the role of editor as `start-roles.ts` runs it, with a clock that
 * stands at the end of the invented news.
 */
const [url = '', now = ''] = process.argv.slice(2)
const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship cannot be read')
const { settings } = loaded
const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }))
const { store, shared } = await openPostgresStore(url, { shared: true })
const begun = Date.now()
runEditor({
  settings,
  sources: [],
  store,
  shared,
  carrier: openCarrier({ url, log }),
  log,
  monitoring: await openMonitoring(settings, {}, ['editor']),
  now: () => Number(now) + Date.now() - begun,
  isStopping: () => false,
})
log.info('started')
