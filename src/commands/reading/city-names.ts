/**
 * Cities that people name for their clock as their own language writes them; the zone database has them in English only.
 * IANA zone, then names parted by commas.
 */
export const CITY_NAMES: Readonly<Record<string, string>> = {
  'Africa/Algiers': 'Alger, Algier, Cezayir, الجزائر العاصمة, الجزیره',
  'Africa/Cairo': 'Le Caire, Kairo, Kahire, القاهرة, قاهره',
  'Africa/Khartoum': 'Hartum, Khartum, الخرطوم, خارطوم',
  'Africa/Tripoli': 'Trablus, Tripolis, طرابلس',
  'Africa/Tunis': 'تونس العاصمة',
  'America/New_York': 'Washington, نيويورك, نیویورک, واشنطن, واشنگتن',
  'Asia/Amman': 'عمان الأردن',
  'Asia/Baghdad': 'Bagdad, Bağdat, بغداد',
  'Asia/Baku': 'Bakou, Bakü, باكو, باکو',
  'Asia/Beirut': 'Beyrouth, Beyrut, بيروت, بیروت',
  'Asia/Damascus': 'Damas, Damaskus, Şam, دمشق',
  'Asia/Dubai': 'Dubaï, Abu Dhabi, دبي, دبی, أبوظبي, ابوظبی',
  'Asia/Gaza': 'Gazze, غزة, غزه',
  'Asia/Jerusalem': 'Jérusalem, Kudüs, القدس, بیت المقدس, اورشلیم',
  'Asia/Kabul': 'Kaboul, Kâbil, كابول, کابل',
  'Asia/Qatar': 'Doha, الدوحة, دوحه',
  'Asia/Riyadh': 'Riad, Riyad, الرياض, ریاض',
  'Asia/Tehran': 'Téhéran, Teheran, Tahran, طهران, تهران',
  'Europe/Berlin': 'برلين, برلین',
  'Europe/Istanbul': 'Ankara, إسطنبول, اسطنبول, استانبول, أنقرة, آنکارا',
  'Europe/London': 'Londres, Londra, لندن',
  'Europe/Moscow': 'Moscou, Moskau, Moskova, موسكو, مسکو',
  'Europe/Paris': 'باريس, پاریس',
}
