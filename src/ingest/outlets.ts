import { keyOf } from '../text/white-space.ts'

// Outlets and agencies as credit lines and datelines name them. Compared by letters and digits alone, so
// `Al-Jazeera`, `Al Jazeera` and `AL JAZEERA` are one. Only what a page may carry as a line of its own.
const OUTLETS = [
  'AA, ABC, ABC News, AFP, Agence France-Presse, Ahram Online, Al Alam, Al Arabiya, Al Arabiya English, Al Hayat',
  'Al Jazeera, Al Jazeera English, Al Jazeera and agencies, Al Manar, Al Masdar News, Al Mayadeen, Al Monitor, Amaq',
  'Anadolu, Anadolu Agency, AP, APA, ANSA, Ara News, Asharq Al-Awsat, Asharq Al-Awsat English, Associated Press',
  'Australian Associated Press, AAP, BBC, BBC Arabic, BBC Monitoring, BBC News, Bellingcat, Bloomberg, CBC, CBC News',
  'CBS, CBS News, Channel 4 News, China Daily, CNN, Daily Mail, Daily Sabah, Daily Star, Der Spiegel, Deutsche Welle',
  'dpa, DW, EFE, Enab Baladi, EPA, Euronews, Financial Times, Fox News, France 24, Getty, Getty Images, Haaretz',
  'Hurriyet Daily News, IANS, Independent, Interfax, IRNA, Islamweb, ITAR-TASS, ITV News, Jordan Times, Kurdistan 24',
  'KUNA, Kyodo, Le Monde, Los Angeles Times, MEE, Middle East Eye, Middle East Monitor, NBC News, NNA, NPR, Orient Net',
  'Orient News, Petra, Press Association, Press TV, PTI, Reuters, RFE/RL, RIA Novosti, RT, Rudaw, SANA, Sky News',
  'SOHR, Sputnik, Sputnik News, Syria Deeply, Syria Direct, Syrian Arab News Agency, Syrian Observatory for Human Rights',
  'TASS, The Associated Press, The Daily Beast, The Daily Star, The Daily Telegraph, The Economist, The Globe and Mail',
  'The Guardian, Guardian, The Independent, The Irish Times, The Jordan Times, The National, The New Arab',
  'The New York Times, The Sydney Morning Herald, The Telegraph, The Times, The Times of Israel, The Wall Street Journal',
  'The Washington Post, TRT, TRT World, TRTWorld, UPI, VOA, VOA News, Voice of America, Washington Post, Xinhua',
  'Xinhua News Agency, Yeni Safak, Zaman al-Wasl',
]

const GENERIC =
  'agencies, and agencies, news agencies, agency, agency staff, wires, wire services, staff, files'

const keys = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(', ')).map(keyOf))

const outlets = keys(OUTLETS)
const generic = keys([GENERIC])

const LONGEST = 60

export const isOutlet = (text: string): boolean =>
  text.length <= LONGEST &&
  (outlets.has(keyOf(text.replace(/^the /iu, ''))) || outlets.has(keyOf(text)))

const JOINT = /\s*(?:[,/&+|]|\band\b|\bwith\b|\bplus\b)\s*/iu

/** `Al-Jazeera`, `AFP/Reuters`, `Al Jazeera and news agencies`: a line of outlets and nothing else. */
export function isOutletLine(text: string): boolean {
  if (isOutlet(text)) return true
  if (text.length > LONGEST * 4) return false
  const parts = text.split(JOINT).filter((part) => part !== '')
  return parts.some(isOutlet) && parts.every((part) => isOutlet(part) || generic.has(keyOf(part)))
}
