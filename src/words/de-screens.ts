import type { ScreenTexts } from './catalogues.ts'

export const deScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'Im Kanal zeigen',
  'thread.begins': 'Im Thread:',
  'thread.more': '{count, plural, one {und # weitere Meldung} other {und # weitere Meldungen}}',
  'story.column.outlet': 'Medium',
  'story.column.time': 'Zeit',
  'story.column.report': 'Was es meldet',
}
