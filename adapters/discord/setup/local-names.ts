import { Locale } from 'discord.js'
import type { Spoken } from '../../../src/language/languages.ts'

/** Our languages that Discord's own pages have too: Arabic and Persian are not among them. https://docs.discord.com/developers/reference#locales */
const LOCALES = {
  [Locale.Turkish]: 'tr',
  [Locale.French]: 'fr',
  [Locale.German]: 'de',
} as const satisfies Partial<Record<Locale, Spoken>>

export type DiscordLanguage = (typeof LOCALES)[keyof typeof LOCALES]

type Names = Readonly<Record<DiscordLanguage, string>>

/**
 * How words and options are called where Discord speaks another language; the English ones are understood there as well. Lower case, no spaces, at most
 * 32 characters: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
 */
const LOCAL_NAMES: Readonly<Record<string, Names>> = {
  news: { tr: 'haber', fr: 'actu', de: 'news' },
  briefing: { tr: 'bülten', fr: 'synthèse', de: 'überblick' },
  search: { tr: 'ara', fr: 'chercher', de: 'suchen' },
  story: { tr: 'olay', fr: 'sujet', de: 'meldung' },
  subscribe: { tr: 'abone-ol', fr: 'abonner', de: 'abonnieren' },
  subscriptions: { tr: 'abonelikler', fr: 'abonnements', de: 'abos' },
  unsubscribe: { tr: 'abonelikten-çık', fr: 'désabonner', de: 'abbestellen' },
  pause: { tr: 'duraklat', fr: 'suspendre', de: 'pausieren' },
  resume: { tr: 'sürdür', fr: 'reprendre', de: 'fortsetzen' },
  edit: { tr: 'düzenle', fr: 'modifier', de: 'ändern' },
  test: { tr: 'dene', fr: 'essayer', de: 'testen' },
  mute: { tr: 'sustur', fr: 'masquer', de: 'stumm' },
  unmute: { tr: 'sesini-aç', fr: 'démasquer', de: 'wieder-laut' },
  catchup: { tr: 'kaçırdıklarım', fr: 'rattrapage', de: 'nachholen' },
  why: { tr: 'neden', fr: 'pourquoi', de: 'warum' },
  settings: { tr: 'ayarlar', fr: 'réglages', de: 'einstellungen' },
  sources: { tr: 'kaynaklar', fr: 'sources', de: 'quellen' },
  list: { tr: 'listele', fr: 'lister', de: 'liste' },
  add: { tr: 'ekle', fr: 'ajouter', de: 'hinzufügen' },
  remove: { tr: 'kaldır', fr: 'retirer', de: 'entfernen' },
  health: { tr: 'durum', fr: 'état', de: 'zustand' },
  forget: { tr: 'unut', fr: 'oublier', de: 'vergessen' },
  help: { tr: 'yardım', fr: 'aide', de: 'hilfe' },
  what: { tr: 'ne', fr: 'quoi', de: 'was' },
  words: { tr: 'sözcükler', fr: 'mots', de: 'wörter' },
  region: { tr: 'bölge', fr: 'région', de: 'region' },
  country: { tr: 'ülke', fr: 'pays', de: 'land' },
  topic: { tr: 'konu', fr: 'thème', de: 'thema' },
  source: { tr: 'kaynak', fr: 'source', de: 'quelle' },
  person: { tr: 'kişi', fr: 'personne', de: 'person' },
  language: { tr: 'dil', fr: 'langue', de: 'sprache' },
  keywords: { tr: 'anahtar-sözcükler', fr: 'mots-clés', de: 'stichwörter' },
  since: { tr: 'başlangıç', fr: 'depuis', de: 'seit' },
  until: { tr: 'bitiş', fr: 'jusque', de: 'bis' },
  order: { tr: 'sıra', fr: 'ordre', de: 'reihenfolge' },
  page: { tr: 'sayfa', fr: 'page', de: 'seite' },
  subscription: { tr: 'abonelik', fr: 'abonnement', de: 'abo' },
  when: { tr: 'sıklık', fr: 'quand', de: 'wann' },
  at: { tr: 'saat', fr: 'heure', de: 'um' },
  zone: { tr: 'saat-dilimi', fr: 'fuseau', de: 'zeitzone' },
  to: { tr: 'nereye', fr: 'vers', de: 'wohin' },
  quiet: { tr: 'sessiz', fr: 'silence', de: 'ruhe' },
  length: { tr: 'uzunluk', fr: 'longueur', de: 'länge' },
  speak: { tr: 'konuş', fr: 'parler', de: 'sprich' },
  outlets: { tr: 'yayıncı-sayısı', fr: 'médias', de: 'medien' },
  address: { tr: 'adres', fr: 'adresse', de: 'adresse' },
  model: { tr: 'model', fr: 'modèle', de: 'modell' },
  ownership: { tr: 'sahiplik', fr: 'propriété', de: 'eigentum' },
  title: { tr: 'başlık', fr: 'titre', de: 'titel' },
  command: { tr: 'komut', fr: 'commande', de: 'befehl' },
  confirm: { tr: 'onayla', fr: 'confirmer', de: 'bestätigen' },
  scope: { tr: 'kapsam', fr: 'portée', de: 'umfang' },
  which: { tr: 'hangileri', fr: 'lesquels', de: 'welche' },
}

/** The names of a word or an option by locale; none for a word that has no others yet. */
export function localNames(name: string): Partial<Record<Locale, string>> {
  const names = LOCAL_NAMES[name]
  return names === undefined ? {} : inLocales((language) => names[language])
}

/** Something said in each language that Discord has. */
export function inLocales(tell: (language: DiscordLanguage) => string): Partial<Record<Locale, string>> {
  return Object.fromEntries(Object.entries(LOCALES).map(([locale, language]) => [locale, tell(language)]))
}
