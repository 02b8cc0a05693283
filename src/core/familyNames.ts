const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(word => word));

/** Japanese family names of two and three characters that open most Japanese names so written. */
const japanese = words(
  `佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤
  清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井
  金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 上田 森田 小島 柴田 酒井 工藤 横山 宮崎 宮本 内田
  高木 安藤 谷口 大野 丸山 今井 高田 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 久保田 松井 小山 岩崎 桜井 野口 松尾
  菊地 菊池 木下 野村 新井 荒井 渡部 五十嵐 北村 安田 水野 大西 川口 菅原 飯田 中田 西田 小松 本田 平田 岩田 服部 片山
  川村 秋山 島田 松岡 大久保 松村 古川 吉川 浅野 黒田 樋口 福島 内藤 横田 早川 大島 富田 小池 松浦 永井 浜田 石原 川上 平井
  小野寺 望月 矢野 岡崎 石橋 荒木 白井 大橋 榎本 関口 星野 小田 須藤 成田 土屋 篠原 三宅 柳田 宮田 堀江 西川 西山 吉村 熊谷
  小澤 小沢 大谷 河野 高野 塚本 永田 川崎 尾崎 岸本 松下 稲垣 奥村 野田 奥田 川島 伊東 吉岡 小西 岩本 浅井 長尾 森本 鎌田`,
);

const compound =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|东方|東方|端木|长孙|長孫|宇文|独孤|獨孤|남궁|황보|제갈|선우|독고|사공)/u;

/** The length in letters of the family name that opens an East Asian name written without a space. */
export function familyLength(letters: readonly string[]): number {
  for (const length of [3, 2]) {
    if (letters.length >= length && japanese.has(letters.slice(0, length).join(''))) return length;
  }
  if (letters.length === 4) return 2;
  return letters.length > 2 && compound.test(letters.join('')) ? 2 : 1;
}

const vietnamese =
  /^(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Trịnh|Trương|Tạ|Tô|Hà|Đào|Lâm|Phùng|Thái|Mai|Cao|Tăng|Triệu|Chu|Đàm|Kiều)$/u;
/** Middle names that open no given name: what stands before them is the family name. */
const vietnameseMiddle = /^(?:Thị|Văn)$/u;

/** Whether a name is written in the Vietnamese order beyond doubt: "Nguyễn Thị Minh Khai", but not "Tuấn Anh Lê". */
export const isVietnameseOrder = (family: string, given: string): boolean =>
  vietnamese.test(family.normalize('NFC')) &&
  vietnameseMiddle.test(given.split(' ', 1)[0]!.normalize('NFC')) &&
  given.includes(' ');
