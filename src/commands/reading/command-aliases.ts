import { foldTerm } from '../name-index.ts'

/** What people also call a command, in our languages; parted by commas. */
const ALIASES = {
  briefing: 'brief, news, now, digest, özet, bülten, نشرة, موجز, خلاصه, synthèse, überblick',
  search: 'find, look up, suche, suchen, cherche, chercher, recherche, ara, ابحث, بحث, جستجو',
  story: 'hikaye, haber, قصة, خبر, histoire, geschichte, meldung',
  subscribe: 'follow, sub, abonnieren, abonniere, abonne, suivre, abone, abone ol, اشترك, اشتراک',
  subscriptions: 'list, subs, abos, abonnements, abonelikler, اشتراكات, اشتراک ها',
  unsubscribe: 'unsub, stop, cancel, unfollow, abbestellen, desabonner, abonelikten çık, الغاء, لغو',
  pause: 'hold, pausieren, duraklat, توقف',
  resume: 'continue, fortsetzen, reprendre, devam, sürdür, استئناف, ادامه',
  edit: 'change, ändern, modifier, düzenle, تعديل, ویرایش',
  test: 'try, preview, testen, essayer, dene, تجربة, آزمایش',
  mute: 'ignore, hide, stumm, masquer, sustur, كتم, بی صدا',
  unmute: 'unhide',
  'sources list': 'sources, outlets, feeds, quellen, kaynaklar, المصادر, منابع',
  'sources add': 'add source',
  'sources remove': 'remove source',
  'sources health': 'source health',
  forget: 'erase, wipe, vergessen, oublier, unut, انس, فراموش کن',
  why: 'explain, warum, pourquoi, neden, لماذا, چرا',
  catchup: 'catch up, away, missed, nachholen, rattrapage, kaçırdıklarım, فاتني, جا مانده',
  settings: 'preferences, config, einstellungen, réglages, paramètres, ayarlar, الإعدادات, تنظیمات',
  help: '?, commands, hilfe, aide, yardım, مساعدة, راهنما, کمک',
} as const

/** Folded words to the name of their command. */
export const COMMAND_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([name, words]) =>
    words.split(',').map((word): [string, string] => [foldTerm(word), name]),
  ),
)
