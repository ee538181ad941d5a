import type { Catalogue } from './catalogues.ts'
import { trAnswering } from './tr-answering.ts'
import { trCommands } from './tr-commands.ts'
import { trPlaces } from './tr-places.ts'
import { trScreens } from './tr-screens.ts'
import { trTimes } from './tr-times.ts'
import { trWishes } from './tr-wishes.ts'

/** Our texts in Turkish. */
export const tr: Catalogue = {
  ...trCommands,
  ...trScreens,
  ...trPlaces,
  ...trAnswering,
  ...trTimes,
  ...trWishes,

  'list.separator': ', ',
  'list.semicolon': '; ',
  'list.fact': '{label}: {text}',
  'list.quoted': '“{text}”',
  'time.stretch': '{from} – {to} ({zone})',

  'mark.new': 'YENİ',
  'mark.updated': 'GÜNCELLENDİ',
  'story.outlets': '{outlets, plural, one {# yayın organı} other {# yayın organı}}',
  'story.reports':
    '{independent, plural, one {# bağımsız haber} other {# bağımsız haber}}, {outlets, plural, one {# yayın organı} other {# yayın organı}}',
  'story.latest': 'son haber {time}',
  'story.first': 'ilk haber {time}',
  'story.id': 'haber {id}',
  'story.carries': '{agency} kaynaklı',
  'sentence.chosen': '(model seçti)',
  'sentence.shortened': '(model seçip kısalttı)',
  'story.chosen': 'model seçti: her söz haber kuruluşunundur; “…” çıkarılan sözlerin yerini gösterir',
  'story.correction': 'Düzeltme {time}, {outlet}: “{before}” → “{after}”',
  'story.edit': 'Değişiklik {time}, {outlet}: “{before}” → “{after}”',
  'story.timeline': 'Kim ne zaman yazdı',
  'story.noSentence': 'Alıntılanabilecek bir cümlesi yok; haberi {outlet} yayınında okuyun.',
  'story.untitled': 'Başlıksız',
  'story.undated': 'tarihsiz',
  'outlet.removed': 'artık okunmuyor',
  'ownership.state': 'devlet',
  'ownership.public': 'kamu',
  'ownership.private': 'özel',
  'ownership.independent': 'bağımsız',

  'section.noPlace': 'Belirli bir yeri olmayanlar',
  'section.empty': 'Yeni bir şey yok.',
  'section.leftOut':
    'Bu bölgeden {count, plural, one {# haber daha} other {# haber daha}} var; burada yer almadı.',
  'coverage.line':
    '{sources, plural, one {# kaynaktan} other {# kaynaktan}} {answered, number} yanıt alındı; {leftOut, plural, =0 {dışarıda kalan haber yok} one {# haber dışarıda kaldı} other {# haber dışarıda kaldı}}.',
  'coverage.strongest':
    'Bu sürede o kadar çok gelişme oldu ki yalnızca en güçlü {count, number} habere bakıldı.',
  'coverage.failed': 'Okunamadı: {names} ({reason})',
  'coverage.others': '{count, plural, one {# kaynak daha} other {# kaynak daha}}',
  'post.update': 'Daha önce bildirilene düzeltme:',

  'search.title': 'Arama: {query}',
  'search.none': 'Sonuç yok. Daha az ya da başka sözcüklerle veya daha eski bir tarihle deneyin.',
  'search.cut': 'En çok {count, number} habere bakılır. Bir sözcük, bölge ya da tarih aramayı daraltır.',
  'search.noPage': '{page, number}. sayfa yok: bulunanların hepsi önceki sayfalarda.',
  'search.address':
    'Bir şey bulunamadı. “why {address}” yazıya ne olduğunu söyler, “story {address}” haberini gösterir.',
  'search.capitals': 'Bir şey bulunamadı. AND, OR ve NOT büyük harfle yazılır: {example}',
  'search.since': '{time} sonrası',
  'search.until': '{time} öncesi',
  'search.moreOutlets': 've {count, plural, one {# yayın daha} other {# yayın daha}}',
  'search.more':
    'Gösterilenden fazlası var: page:2 ve sonrası devamını gösterir; bir sözcük, bölge ya da tarih daraltır.',

  'sources.title': '{count, plural, one {# kaynak} other {# kaynak}}',
  'sources.well':
    '{count, plural, one {# kaynak okunuyor, sorun yok.} other {# kaynak okunuyor, hepsinde sorun yok.}}',
  'sources.count': '{count, number} {state}',
  'sources.id': 'kimlik {id}',
  'sources.articles': '{count, plural, one {# haber} other {# haber}}',
  'sources.newest': 'en yenisi {time}',
  'sources.answered': 'son yanıt {time}',
  'sources.neverAnswered': 'hiç yanıt vermedi',
  'sources.pushed': 'WebSub dağıtıcısı iletiyor',
  'sources.letGoArticles':
    '{count, plural, one {# eski haber} other {# eski haber}} bırakıldı: saklanabilenden çok yayımlıyor',
  'sources.letGoVersions':
    'haberlerinin {count, plural, one {# eski sürümü} other {# eski sürümü}} bırakıldı: saklanabilenden sık değiştiriyor',
  'sources.failures': 'son 30 gündeki hatalar: {list}',
  'sources.failure': '{reason} ({times, number})',
  'sources.column.state': 'Durum',
  'sources.column.source': 'Kaynak',
  'sources.column.news': 'Haberler',
  'sources.column.remark': 'Not',
  'state.active': 'etkin',
  'state.failing': 'sorunlu',
  'state.silent': 'sessiz',
  'state.moved': 'taşındı',
  'state.gone': 'kapandı',
  'state.paused': 'duraklatıldı',
  'state.unread': 'henüz okunmadı',

  'failure.unreachable': 'sunucuya ulaşılamıyor',
  'failure.timeout': 'zamanında yanıt gelmedi',
  'failure.too-large': 'akış fazla büyük',
  'failure.not-found': 'bu adreste akış yok',
  'failure.gone': 'akış kalıcı olarak kapatılmış',
  'failure.rate-limited': 'sunucu beklememizi istiyor',
  'failure.server-error': 'sunucu hatası',
  'failure.refused': 'erişim reddedildi',
  'failure.bot-protection': 'site tarayıcı doğrulaması istiyor',
  'failure.forbidden-address': 'adrese izin verilmemiş',
  'failure.too-many-redirects': 'çok fazla yönlendirme',
  'failure.not-a-feed': 'gelen yanıt bir haber akışı değil',
  'failure.unparseable': 'akış okunamıyor',
  'failure.parser-killed': 'okuma çok uzun sürdü',
  'failure.unread': 'henüz okunmadı',

  'finding.failing': '{times, plural, one {Bir kez okunamadı} other {Art arda # kez okunamadı}}: {reason}.',
  'finding.empty': 'Yanıt veriyor, ama akışında hiç haber olmadı. Adresi yayının sitesinde kontrol edin.',
  'finding.gone': 'Sunucuya göre kalıcı olarak kapandı. Yeni adresi bulun ya da kaynağı kaldırın.',
  'finding.kills':
    'Okunması {times, plural, one {bir kez} other {art arda # kez}} yarıda kesildi; günde bir kez yeniden deneniyor.',
  'finding.silent': 'Yanıt veriyor, ama en yeni haberi {days, plural, one {# günlük} other {# günlük}}.',
  'finding.silentRhythm':
    'Yanıt veriyor, ama en yeni haberi {days, plural, one {# günlük} other {# günlük}}; haberleri arasındaki olağan süre: {rhythm}.',
  'finding.language':
    'Son haberlerinin dili {said} değil, {language}. Adresi denetleyin ya da config/sources.yaml içindeki dili değiştirin.',
  'finding.moved':
    '{address} adresine taşındı ve oradan okunuyor. Adresi config/sources.yaml dosyasında değiştirin.',
  'finding.lost': 'Akışındaki {count, plural, one {# girdi} other {# girdi}} boş olduğu için atlandı.',
  'finding.truncated':
    'Akışı bütünüyle okunamayacak kadar uzun; {count, plural, one {# girdi} other {# girdi}} okunuyor.',
  'finding.undated': 'Haberlerinin çoğunda tarih yok; ilk görüldükleri an esas alınıyor.',
  'remedy.wait': 'Bu genellikle geçicidir; yeniden denenecek.',
  'remedy.address': 'Yeni adresi yayının sitesinde arayın.',
  'remedy.access': 'Yayından erişim isteyin ya da kaynağı kaldırın.',
  'remedy.allow': 'Adres sizinse DRAGOMAN_ALLOW_ADDRESSES ile izin verin.',
  'remedy.outlet': 'Akışı ancak yayının kendisi düzeltebilir.',

  'help.title': 'Neler sorabilirsiniz',
  'help.example': 'örneğin: {example}',
  'notice.warning': 'Uyarı: {text}',
  'notice.error': 'Hata: {text}',

  'delivery.paused': '{channel} kanalına artık mesaj gönderilmiyor: {reason}',
  'delivery.pausedMany': '{count, number} kanala artık mesaj gönderilmiyor; hepsinin nedeni aynı: {reason}',
  'delivery.waiting':
    '{count, plural, one {{titles} aboneliğiniz orada bekliyor.} other {{titles} abonelikleriniz orada bekliyor.}}',
  'delivery.moreChannels':
    '{count, plural, one {ve # kanal daha} other {ve # kanal daha}}; hepsini “/news subscriptions” gösterir.',
  'delivery.moreTitles': '{count, number} abonelik daha',
  'delivery.resume':
    'Kanal düzelince “/news resume {id}” kaldığı yerden sürdürür, “/news unsubscribe” artık istemediğinizi sona erdirir.',
  'delivery.resumeAll':
    'Kanallar düzelince “/news resume all” hepsini kaldığı yerden sürdürür, “/news unsubscribe” artık istemediğinizi sona erdirir.',
  'refusal.channel-gone': 'Kanal artık yok ya da bot kanaldan çıkarılmış.',
  'refusal.not-allowed': 'Botun oraya yazma izni yok.',
  'refusal.rejected':
    'Platform art arda birkaç mesajı geri çevirdi. Bu, botun hatasıdır; botu çalıştırana bildirildi.',
  'refusal.invite': 'Bot bu kanalın üyesi değil. Kanala davet edin.',
  'refusal.archived': 'Kanal arşivlenmiş. Arşivden çıkarın ya da başka bir yerde abone olun.',
  'refusal.restricted': 'Oraya yalnızca bazı kişiler yazabiliyor. Bir yönetici bota izin verebilir.',
  'refusal.reinstall':
    'Bu çalışma alanı artık botu kabul etmiyor. Bir yöneticinin botu yeniden kurması gerekiyor.',
  'delivery.uncertain':
    '“{title}” {channel} yolundayken bağlantı koptu; ulaşmış da olabilir, ulaşmamış da; altındaki devamı eksik olabilir.',
  'delivery.uncertainDirect':
    '“{title}” size gelirken bağlantı koptu; ulaşmış da olabilir, ulaşmamış da; altındaki devamı eksik olabilir.',
  'delivery.uncertainMany':
    '{count, plural, one {# mesaj} other {# mesaj}} yoldayken bağlantı koptu. Her biri ulaşmış da olabilir, ulaşmamış da; altındaki devamı eksik olabilir:',
  'delivery.again': 'Haberler bir sonraki bültende yeniden gelir; “/news briefing” şimdi gösterir.',
  'delivery.accepted':
    'Platform bir süre anahtarımı kabul etmedi, bu yüzden hiçbir şey ulaşamadı. Artık kabul ediyor ve şunlar kendiliğinden sürüyor: {titles}. Kaçırdıklarınız bir sonraki bültenle gelir.',

  'prompt.welcome': 'Neler sorabileceğinizi görmek için “help”, çıkmak için “exit” yazın.',
  'prompt.failed': '“{line}” yanıtlanamadı: {reason}. Ayrıntılar günlükte.',
}
