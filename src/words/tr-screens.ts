import type { ScreenTexts } from './catalogues.ts'

export const trScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'Kanalda paylaş',
  'thread.begins': 'Mesaj dizisinde:',
  'thread.more': '{count, plural, one {ve # haber daha} other {ve # haber daha}}',
  'sources.more':
    '{count, plural, one {# kaynak daha var} other {# kaynak daha var}}; burada gösterilmedi. Bir bölgenin ya da ülkenin kaynaklarını görmek için adını yazın: /news sources lübnan',
  'story.column.outlet': 'Yayın organı',
  'story.column.time': 'Zaman',
  'story.column.report': 'Ne yazdı',

  // The Home tab, and the form for a subscription
  'action.subscribe': 'Abone ol',
  'action.edit': 'Değiştir',
  'home.own': 'Sizin abonelikleriniz',
  'home.channel': 'Bir kanalın abonelikleri',
  'home.pick': 'Kanal seçin',
  'home.more':
    '{count, plural, one {# abonelik daha var} other {# abonelik daha var}}; hepsini “/news subscriptions” gösterir.',
  'form.subscribe': 'Yeni abonelik',
  'form.edit': 'Aboneliği değiştir',
  'form.save': 'Kaydet',
  'form.cancel': 'Vazgeç',
  'form.keep': 'Boş bıraktıklarınız olduğu gibi kalır.',
  'form.region': 'Bölgeler',
  'form.country': 'Ülkeler',
  'form.topic': 'Konular',
  'form.keywords': 'Anahtar sözcükler',
  'form.when': 'Ne sıklıkta',
  'form.at': 'Saat',
  'form.zone': 'Bu saatlerin saat dilimi',
  'form.to': 'Nereye',
  'form.here': 'Bu kanala',
  'form.me': 'Bana, doğrudan mesajla',
  'form.choose': 'İlk harfleri yazın',
  'form.end': '“{title}” bitsin mi?',
  'form.endText': 'Bu abonelik bir daha haber vermez. Bir süre ara vermek için duraklatın.',
}
