import type { ScreenTexts } from './catalogues.ts'

export const frScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'Partager dans le canal',
  'thread.begins': 'Dans le fil :',
  'thread.more':
    '{count, plural, one {et # autre sujet} many {et # autres sujets} other {et # autres sujets}}',
  'story.column.outlet': 'Média',
  'story.column.time': 'Date',
  'story.column.report': 'Ce qu’il publie',
}
