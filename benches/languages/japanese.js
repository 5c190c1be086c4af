/**
 * @file Japanese: Han with particles and verb endings in Hiragana, loan words in Katakana, and no spaces.
 */
import { pick, pickEarly } from '../random.js';
import { list } from '../vocabulary.js';

/** @typedef {import('../tongues.js').Tongue} Tongue */

const NOUNS = list(`
  市場 銀行 政府 会社 企業 都市 住民 地域 計画 予算 法律 制度 会議 調査 報告 問題 対策 技術 環境 経済 金融 投資 価格 輸出 輸入
  工場 港湾 道路 鉄道 空港 学校 大学 病院 図書館 博物館 委員会 裁判所 議会 選挙 新聞 記者 専門家 労働者 消費者 利用者 農家 漁業 観光
  電力 燃料 資源 気候 災害 地震 台風 年金 保険 税金 補助金 契約 合意 交渉 協力 競争 成長 需要 供給 季節 祭り 橋 川 船
`);
const LOANS = list(`
  データ システム サービス ネットワーク エネルギー プロジェクト コスト リスク モデル センター グループ メーカー ビジネス デジタル
  インフラ ガイドライン スケジュール キャンペーン トラブル パートナー レストラン ホテル バス トンネル イベント アンケート
`);
const PREFIXES = list('新 旧 大 小 全 各 超 再 第二 国際 地方 中央 公共 民間 共同 臨時 特別 総合 基本 主要');
const SUFFIXES = list('化 性 率 費 案 局 省 庁 課 部 者 法 額 量 網 会 所 力 権 券');
const ADJECTIVES = list('新しい 大きい 小さい 古い 高い 低い 早い 遅い 厳しい 難しい 静かな 重要な 必要な 公的な 急速な 安全な 主な 異なる');
const VERBS = list(`
  発表した 検討する 決定した 進める 始まった 続いている 求めた 認めた 示した 増えている 減少した 見直す 開いた 閉じた 支援する 延期された 承認された
  述べた 指摘した 期待される 導入する 受け入れた 避けられない 広がっている
`);
const PARTICLES = list('が は を に で と の も から まで へ では には による に対する について');
const OPENERS = list('しかし、 また、 一方、 さらに、 このため、 今年、 昨年、 来月、');
const NAMES = list('田中 佐藤 鈴木 高橋 渡辺 山本 中村 小林 加藤 吉田 スミス ガルシア');
/** Of invented words. */
const HAN = [...'栄昌隆泰弘慶鶴亀松竹梅桜楓葵蘭菊霧霞嵐雷虹暁朔冴凪楠椿榊柊桐梓樫'];
const KANA = [...'アイウカキクケサシスタチテナニノハヒフマミムラリルレロンバビブパピプ'];

/** @param {() => number} random */
function compound(random) {
  const first = random() < 0.3 ? pick(PREFIXES, random) : '';
  const last = random() < 0.3 ? pick(SUFFIXES, random) : pickEarly(NOUNS, random);
  return `${first}${pickEarly(random() < 0.25 ? LOANS : NOUNS, random)}${last}`;
}

/** @param {() => number} random */
function invented(random) {
  const letters = random() < 0.5 ? HAN : KANA;
  return Array.from({ length: (letters === HAN ? 2 : 3) + Math.floor(random() * 3) }, () => pick(letters, random)).join('');
}

/** @type {Tongue} */
export const japanese = {
  language: 'ja',
  name: 'Japanese',
  between: '',
  phrase(random) {
    const chance = random();
    if (chance < 0.06) return `${pick(NAMES, random)}氏`;
    const noun = chance < 0.4 ? compound(random) : pickEarly(chance < 0.55 ? LOANS : NOUNS, random);
    return random() < 0.3 ? `${pickEarly(ADJECTIVES, random)}${noun}` : noun;
  },
  clause(random, phrase) {
    return `${phrase()}${pick(PARTICLES, random)}${phrase()}${pick(PARTICLES, random)}${phrase()}${pick(PARTICLES, random)}${pickEarly(VERBS, random)}`;
  },
  sentence(random, clause) {
    const first = clause();
    const whole = random() < 0.4 ? `${first}が、${clause()}` : first;
    const opened = random() < 0.2 ? pick(OPENERS, random) + whole : whole;
    return random() < 0.12 ? `「${opened}」と${pick(NAMES, random)}氏は話した。` : `${opened}。`;
  },
  knownTerm: compound,
  newTerm: (random) => (random() < 0.5 ? invented(random) : `${invented(random)}${pick(NOUNS, random)}`),
};
