import { readTerms } from '../language/terms.ts'

/**
 * The share of news articles, 0 to 1, that may be expected to hold a word (told by its hash, see `Terms`) before any was read: that two articles both say
 * "killed" or "president" tells nothing. Estimates in two steps; what is read soon outweighs them. 0 for words not listed.
 */
export function commonness(hash: number): number {
  shares ??= readLists()
  return shares.get(hash) ?? 0
}

const EVERYWHERE = 0.06
const OFTEN = 0.02

let shares: Map<number, number> | null = null

function readLists(): Map<number, number> {
  const read = new Map<number, number>()
  for (const [lists, share] of [
    [OFTEN_USED, OFTEN],
    [USED_EVERYWHERE, EVERYWHERE],
  ] as const) {
    for (const [language, words] of Object.entries(lists))
      for (const hash of readTerms(words, language).hashes) read.set(hash, share)
  }
  return read
}

const USED_EVERYWHERE: { readonly [language: string]: string } = {
  ar: 'رئيس الرئيس وزير الوزير حكومة الحكومة دولة الدول الدولة وزارة مجلس أعلن أعلنت أكد أكدت قوات القوات مقتل قتل الولايات المتحدة الأمريكية أمريكا روسيا إسرائيل إيران حرب الحرب شخص أشخاص عام جديد جديدة أول مصدر مصادر محمد منطقة مدينة',
  de: 'Präsident Minister Regierung Polizei Land Staat Menschen Mensch Jahr Jahre Tote tot getötet verletzt USA Deutschland deutsche Russland Krieg neu neue erste Prozent Millionen Euro EU Chef Mann Frau zwei drei gegen Tag Woche',
  en: 'people killed kill dead death injured two three four five six at least including president minister government state states united nation national forces force military army police attack announce new first last year years month week day time report reported strike war country world fire court official officials against us uk international city former leader deal plan calls call china chinese russia russian israel israeli iran iranian trump million billion percent man woman top back big make get take set may one',
  es: 'presidente gobierno ministro ministra país estado estados unidos policía muertos muertes heridos millones euros años año nuevo nueva primer primera guerra personas ataque contra dos tres Rusia China Israel mundo nacional',
  fa: 'رئیس جمهور وزیر دولت کشور ایران آمریکا اسرائیل جنگ کشته زخمی نیروهای حمله مجلس جدید سال نفر اعلام شورای ملی جهان اسلامی محمد منطقه شهر',
  fr: 'président gouvernement ministre pays état états-unis police morts mort blessés millions euros ans année nouveau nouvelle premier première guerre personnes attaque contre deux trois Russie Chine Israël France monde national',
  he: 'ראש הממשלה ממשלה נשיא שר ישראל ארצות הברית איראן צהל מלחמה הרוגים פצועים משטרה חדש חדשה ראשון שנה שנים מיליון נגד',
  it: 'presidente governo ministro paese stato stati uniti polizia morti feriti milioni euro anni anno nuovo nuova primo prima guerra persone attacco contro due tre Russia Cina Israele Italia mondo nazionale',
  ja: '大統領 首相 政府 発表 日本 中国 米国 アメリカ ロシア 死亡 警察 会談 世界 国際 今年',
  nl: 'president minister regering politie land staat mensen jaar doden dood gewonden miljoen euro nieuwe nieuw eerste oorlog tegen twee drie Rusland China Israël Nederland wereld procent',
  pl: 'prezydent rząd minister premier kraj państwo policja ludzi osób rok roku zabitych rannych milionów nowy nowa pierwszy wojna przeciw dwa trzy Rosja Rosji Ukraina Polska świat procent',
  pt: 'presidente governo ministro país estado estados unidos polícia mortos feridos milhões euros anos ano novo nova primeiro primeira guerra pessoas ataque contra dois três Rússia China Israel Brasil mundo nacional',
  ru: 'президент министр правительство страна государство Россия российский США глава войска сила война погибли погиб убит ранен пострадали человек люди полиция год новый первый два три Украина украинский против млн тысяч рублей процентов мир закон суд',
  sv: 'president minister regering polis land stat människor år döda död skadade miljoner kronor euro ny nya första krig mot två tre Ryssland Kina Israel Sverige världen procent',
  tr: 'cumhurbaşkanı başkan başkanı bakan bakanı hükümet ülke devlet Türkiye Türk ABD Rusya İsrail İran savaş öldü öldürüldü ölü yaralı yaralandı kişi polis yıl yeni ilk iki üç saldırı karşı milyon lira açıklama açıkladı genel büyük dünya',
  uk: 'президент міністр уряд країна держава Україна український Росія російський США глава голова війська сили війна загинули загинув убито поранено людина люди осіб поліція рік новий перший два три проти млн тисяч гривень відсотків світ закон суд',
  zh: '中国 美国 总统 总理 政府 表示 国家 主席 外交部 俄罗斯 宣布 国际 会议 发展 警方 死亡 今年 记者 新闻 举行 问题',
}

const OFTEN_USED: { readonly [language: string]: string } = {
  ar: 'اتفاق اجتماع محادثات خلال أمن الأمن الأمم المتحدة رئاسة خارجية الخارجية الدفاع انتخابات الانتخابات هجوم غارة انفجار صاروخ طائرة مواطن مدني عسكري سياسي اقتصادي دولار مليون مليار دعم عملية زيارة قرار أزمة العالم العربية الشرق الأوسط',
  de: 'Bundesregierung Bundeskanzler Kanzler Parlament Wahl Wahlen Partei Gericht Angriff Explosion Feuer Treffen Gespräche Abkommen Streit Kritik Sicherheit Außenminister Ukraine Europa China Stadt Unternehmen Milliarden Ende Zahl Grund Uhr Kinder Opfer Leben Fall',
  en: 'agreement talks meeting election elections vote party parliament senate house law bill security foreign defense defence secretary prime north south east west northern southern eastern western region province capital district village town island airport base border missile missiles drone drones airstrike explosion bomb shooting gunman militants rebels soldiers troops civilians children women wounded missing arrested arrest charged accused trial judge sentenced prison sanctions crisis protest protests protesters ceasefire peace nuclear weapons oil gas economy economic market stocks shares company business bank price prices dollar trade tariff health disease virus hospital school students university storm flood earthquake magnitude crash plane train ship vehicle car bus ukraine ukrainian gaza palestinian syria iraq afghanistan india pakistan turkey japan korea france french germany german british britain american america african european europe union council committee commission ministry department authorities spokesperson statement according claims claim state emergency operation operations response support result results end begin start open close win wins lose hit find found show shows look live update news latest video photos watch review report day early late high low record number group head chief director general public local federal home family life death case issue part place way work job home game games team season match final cup league star film show music',
  es: 'acuerdo reunión elecciones partido congreso ley seguridad exteriores defensa crisis protesta acusado tribunal juez cárcel Ucrania Europa europea España ciudad empresa economía mercado precio salud hospital incendio explosión caso grupo familia vida día semana mes horas forma parte primer final partido equipo',
  fa: 'توافق مذاکرات دیدار انتخابات حزب قانون امنیت خارجه دفاع بحران اعتراض دادگاه زندان روسیه چین اوکراین سوریه عراق ترکیه شرکت اقتصاد بازار قیمت دلار میلیون میلیارد بیمارستان انفجار موشک پهپاد سازمان ملل متحد رهبر انقلاب سپاه',
  fr: 'accord réunion élection élections parti loi sécurité étrangères défense crise manifestation accusé tribunal juge prison Ukraine Europe européenne ville entreprise économie marché prix santé hôpital incendie explosion affaire groupe famille vie jour semaine mois heures chef fin équipe match',
  it: 'accordo incontro elezioni partito legge sicurezza esteri difesa crisi protesta accusato tribunale giudice carcere Ucraina Europa europea città azienda economia mercato prezzo salute ospedale incendio esplosione caso gruppo famiglia vita giorno settimana mese ore capo fine squadra',
  pt: 'acordo reunião eleições partido lei segurança exterior defesa crise protesto acusado tribunal juiz prisão Ucrânia Europa europeia cidade empresa economia mercado preço saúde hospital incêndio explosão caso grupo família vida dia semana mês horas chefe fim equipa',
  ru: 'соглашение переговоры встреча выборы партия депутат госдума закон безопасность иностранных дел оборона кризис протест обвинение суд санкции Европа ЕС европейский Китай город область район регион компания экономика рынок цена рубль доллар больница пожар взрыв дело случай группа семья жизнь день неделя месяц часов пресс-служба сотрудник решение вопрос ситуация отношение сторона время',
  tr: 'anlaşma görüşme toplantı seçim parti meclis kanun güvenlik dışişleri savunma kriz protesto mahkeme tutuklandı gözaltı Ukrayna Suriye Irak Avrupa Çin şehir il ilçe belediye şirket ekonomi piyasa fiyat dolar sağlık hastane yangın patlama olay grup aile hayat gün hafta ay saat son dakika bölge',
  uk: 'угода переговори зустріч вибори партія депутат рада закон безпека закордонних справ оборона криза протест звинувачення суд санкції Європа ЄС європейський Китай місто область район регіон компанія економіка ринок ціна долар лікарня пожежа вибух справа випадок група сім’я життя день тиждень місяць годин рішення питання ситуація сторона час',
}
