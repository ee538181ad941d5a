import type { BriefingSettings } from '../../briefings/composition.ts'
import type { ListTools } from './list-page.ts'

export const listTools = ({ regions, topics }: Pick<BriefingSettings, 'regions' | 'topics'>): ListTools => ({
  regions: new Set(regions.map(({ id }) => id)),
  topics: new Map(topics.map(({ code, id }) => [code, id])),
})
