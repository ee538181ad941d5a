import { startStoreThread } from '../../src/storage/sqlite/open-store-in-threads.ts'
import { openAllFiles } from '../fakes/open-all-files.ts'

/**
 * Run as a separate process in which no thread can be started. Prints how two calls to the store end there,
 * and one when there is room again.
 */
const [file = ''] = process.argv.slice(2)
const staying = setInterval(() => undefined, 1_000)
const closeAll = openAllFiles()
const thread = startStoreThread({ file, options: {} })
const ends = () => thread.run({ method: 'counts', args: [] }).then(() => 'done', String)
const crowded = [await ends(), await ends()]
closeAll()
console.log(JSON.stringify([...crowded, await ends()]))
await thread.close()
clearInterval(staying)
