import { foldText } from './text';

/** Month names as blogs write them, January first: nominative and genitive forms where they differ. */
const names = [
  'January Januar Jänner janvier enero janeiro gennaio januari gener leden ledna styczeń stycznia ocak ianuarie tammikuu tammikuuta январь января січень січня Ιανουάριος Ιανουαρίου يناير',
  'February Februar Feber février febrero fevereiro febbraio februari febrer únor února luty lutego şubat februarie helmikuu helmikuuta февраль февраля лютий лютого Φεβρουάριος Φεβρουαρίου فبراير',
  'March März mars marzo março maart març březen března marzec marca mart martie maaliskuu maaliskuuta marts marec március maret март марта березень березня Μάρτιος Μαρτίου مارس',
  'April avril abril aprile duben dubna kwiecień kwietnia nisan aprilie huhtikuu huhtikuuta április апрель апреля квітень квітня Απρίλιος Απριλίου أبريل',
  'May Mai mayo maio maggio mei maig květen května maj maja mayıs toukokuu toukokuuta május май мая травень травня Μάιος Μαΐου مايو',
  'June Juni juin junio junho giugno juny červen června czerwiec czerwca haziran iunie kesäkuu kesäkuuta június июнь июня червень червня Ιούνιος Ιουνίου يونيو',
  'July Juli juillet julio julho luglio juliol červenec července lipiec lipca temmuz iulie heinäkuu heinäkuuta július июль июля липень липня Ιούλιος Ιουλίου يوليو',
  'August août agosto augustus augusti agost srpen srpna sierpień sierpnia ağustos elokuu elokuuta augusztus agustus август августа серпень серпня Αύγουστος Αυγούστου أغسطس',
  'September septembre septiembre setiembre setembro settembre setembre září wrzesień września eylül septembrie syyskuu syyskuuta szeptember сентябрь сентября вересень вересня Σεπτέμβριος Σεπτεμβρίου سبتمبر',
  'October Oktober octobre octubre outubro ottobre říjen října październik października ekim octombrie lokakuu lokakuuta október октябрь октября жовтень жовтня Οκτώβριος Οκτωβρίου أكتوبر',
  'November novembre noviembre novembro listopad listopadu listopada kasım noiembrie marraskuu marraskuuta november ноябрь ноября листопад листопада Νοέμβριος Νοεμβρίου نوفمبر',
  'December Dezember décembre diciembre dezembro dicembre desembre desember prosinec prosince grudzień grudnia aralık decembrie joulukuu joulukuuta декабрь декабря грудень грудня Δεκέμβριος Δεκεμβρίου ديسمبر',
];

interface Months {
  readonly full: ReadonlyMap<string, number>;
  /** 0 where two months begin so. */
  readonly abbreviated: ReadonlyMap<string, number>;
}

let made: Months | undefined;

/** Made at first use: starting the extension asks for no month. */
function months(): Months {
  made ??= readNames();
  return made;
}

function readNames(): Months {
  const full = new Map<string, number>();
  const abbreviated = new Map<string, number>();
  for (const [index, line] of names.entries()) {
    for (const word of line.split(' ').map(foldText)) {
      full.set(word, index + 1);
      for (let length = 3; length < word.length; length++) {
        const start = word.slice(0, length);
        const other = abbreviated.get(start);
        abbreviated.set(start, other === undefined || other === index + 1 ? index + 1 : 0);
      }
    }
  }
  for (const [index, word] of 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').entries()) {
    abbreviated.set(word, index + 1);
  }
  return { full, abbreviated };
}

/** 1-12 for a month's name in one of some twenty languages. */
export function monthOfName(word: string): number | undefined {
  return months().full.get(foldText(word));
}

/** 1-12 for a month's name or an abbreviation that can mean one month only; at least three letters. */
export function monthOfWord(word: string): number | undefined {
  const folded = foldText(word);
  const { full, abbreviated } = months();
  return full.get(folded) ?? (abbreviated.get(folded) || undefined);
}
