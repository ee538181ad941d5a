import { aNewsroomOfTolls } from '../fakes/a-newsroom-of-tolls.ts'
import { aSite } from './a-site.ts'

/** Opens the pages of such a newsroom. */
export const aSiteOfTolls = async (tolls: readonly number[]) => aSite({}, await aNewsroomOfTolls(tolls))
