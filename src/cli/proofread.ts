import { type Command, InvalidArgumentError } from 'commander'
import { type CliContext, EXIT, Exit, openSettings } from './cli-context.ts'

interface ProofreadOptions {
  readonly stories: number
  readonly seed: string
  readonly since?: number
  readonly until?: number
}

/**
 * Adds `dragoman proofread FOLDER`: prints a random sample of told stories from a data directory, to be
 * marked by a person.
 */
export function addProofread(program: Command, context: CliContext): void {
  program
    .command('proofread')
    .description(
      'draw a sample of sent stories from a data directory and print them with their reports, for a person to mark',
    )
    .argument('<folder>', 'a data directory; the bot may be running')
    .option('--stories <number>', 'how many', readCount, 60)
    .option('--seed <text>', 'another seed draws other stories', '1')
    .option('--since <moment>', 'only briefings from then on, such as 2026-03-10T00:00:00Z', readMoment)
    .option('--until <moment>', 'only briefings before then', readMoment)
    .action(async (folder: string, { stories, seed, since = 0, until = Infinity }: ProofreadOptions) => {
      const settings = await openSettings(context)
      const { storeOf } = await import('../storage/open-store.ts')
      const { sampleProofs } = await import('./proof/sample-proofs.ts')
      const { RUBRIC, writeProof } = await import('./proof/write-proofs.ts')
      await using store = await storeOf({ store: null, dataDirectory: folder }).openKept('readOnly')
      const proofs = await sampleProofs({ stories, seed, from: since, to: until }, store, settings)
      if (proofs.length === 0)
        throw new Exit(EXIT.fault, `no briefing in ${folder} told a story in that time`)
      context.output.write(`${RUBRIC}\n`)
      for (const [i, proof] of proofs.entries()) context.output.write(`${writeProof(proof, i + 1)}\n`)
    })
}

function readCount(typed: string): number {
  const count = Number(typed)
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('It must be a whole number above 0.')
  return count
}

function readMoment(typed: string): number {
  const moment = Date.parse(typed)
  if (Number.isNaN(moment)) throw new InvalidArgumentError('Write it as 2026-03-10T00:00:00Z.')
  return moment
}
