//! Whole words: where a label may begin and end.

use super::*;

mod whole_words {
    use super::*;
    rows! {
        a_word_alone: ["bank"], "A bank." => "bank";
        no_part_of_a_word: ["bank"], "bankrupt embankment" => "";
        no_glued_digit: ["Web3", "Basel III"], "Web30 and Basel IIIb" => "";
        no_part_of_an_identifier: ["token"], "my_token tokenize" => "";
        hyphenated_neighbour: ["blockchain", "AI"], "blockchain-based, AI-powered" => "blockchain | AI";
        no_letter_of_a_compound: ["X", "D"], "X-Men in 3-D" => "";
        two_hyphens_are_a_dash: ["X"], "said--X--he" => "X";
        a_han_character_is_a_word: ["该"], "计算机\"--该计算机, AI-该" => "该 | 该";
        hashtag_and_slash: ["blockchain", "merger", "acquisition"], "#blockchain mergers/acquisitions" => "blockchain | mergers | acquisitions";
        possessive: ["KPMG"], "KPMG's and KPMG’s" => "KPMG | KPMG";
        contraction: ["won", "isn", "can", "Don", "re", "ve", "ll"], "It won't, isn’t, CAN'T; Don't they're, we’ve, I'll go" => "";
        no_contraction: ["won", "Don", "re", "Reuters", "can"], "'won' and won 'the', Don's re: 're' won'tons, he can" => "won | won | Don | re | re | won | can";
        elision: ["économie"], "l’économie" => "économie";
        symbols_in_labels: ["C++", ".NET", "S&P 500", "24/7"], "C++, .NET, S&P 500, 24/7" => "C++ | .NET | S&P 500 | 24/7";
        symbols_inside_labels: ["P/E ratio", "A/B test", "AT&T", "№"], "a P/E ratio, A/B tests, AT&T’s № 5" => "P/E ratio | A/B tests | AT&T | №";
        digits_and_letters: ["5G", "Basel III", "24/7"], "5G, not 15G; Basel III’s, 24/7." => "5G | Basel III | 24/7";
        no_letter_beside_a_symbol: ["C", "AT"], "C++ C# AT&T" => "";
        han_needs_no_space: ["区块链", "技术"], "上海区块链技术" => "区块链 | 技术";
        latin_beside_han: ["KPMG", "AI"], "KPMG华振的AI技术" => "KPMG | AI";
        thai_needs_no_space: ["ธนาคาร"], "ที่ธนาคารกลาง" => "ธนาคาร";
        greek_words: ["λόγος"], "ΛΌΓΟΣ λόγος διάλογος" => "ΛΌΓΟΣ | λόγος";
        arabic_words: ["بنك"], "بنك، بنكي" => "بنك";
        hebrew_words: ["בנק"], "בנק, הבנקים" => "בנק";
        arabic_article: ["تضخم", "نفط", "بنك مركزي"], "ارتفع التضخم، وتضخم آخر، والنفط من البنك المركزي" => "التضخم | والنفط | البنك المركزي";
        arabic_articles_of_labels: ["البنك المركزي", "سعر الفائدة", "الذكاء الاصطناعي"], "بنك مركزي للبنك المركزي، وسعر الفائدة بالذكاء الاصطناعي ولسعر فائدة" => "بنك مركزي | للبنك المركزي | وسعر الفائدة | بالذكاء الاصطناعي | ولسعر فائدة";
        arabic_words_that_begin_so: ["طاقة", "كرة", "حدة", "صول", "مال"], "بطاقة وفكرة ووحدة وصول كمال، الطاقة للكرة" => "الطاقة | للكرة";
        arabic_long_words: ["مؤشرات", "طاقات"], "ومؤشرات لمؤشرات فمؤشرات أمؤشرات" => "ومؤشرات | لمؤشرات | فمؤشرات";
        arabic_article_and_letters_of_another_word: ["تي", "ذي", "بنك"], "التي الذي البنكي، ابنك" => "";
        hebrew_article: ["בנק", "ריבית", "שוק ההון"], "הבנק והריבית בשוק ההון, שהבנק מהריבית, בבנק" => "הבנק | והריבית | בשוק ההון | שהבנק | מהריבית";
        hebrew_article_before_a_sign: ["€", "C++"], "ל€ 5, ל C++, ב№ 3 ו€" => "€ | C++ | €";
        hebrew_words_that_begin_so: ["ריאות", "חירות", "טבע"], "בריאות, בחירות, מטבע, הריאות" => "הריאות";
        devanagari_words: ["बैंक"], "बैंक। बैंकों" => "बैंक";
        hangul_words: ["은행"], "은행, 중앙은행" => "은행";
        korean_particles: ["은행", "반도체", "한국은행", "금리"], "은행은 반도체를, 한국은행에서는 금리와 반도체의 은행들이" => "은행 | 반도체 | 한국은행 | 금리 | 반도체 | 은행";
        korean_particles_by_the_sound_before: ["자본", "투자", "서울"], "자본가와 자본이, 투자가, 서울로, 자본로" => "자본 | 투자 | 서울";
        korean_particles_of_latin_words: ["KPMG", "AI"], "KPMG가 AI의 AI을 AI는 AI업계" => "KPMG | AI | AI | AI";
        korean_words_of_one_syllable: ["물", "강"], "물가, 물이, 강의, 물" => "물";
        korean_compounds: ["반도체", "경기"], "반도체업계는 경기도에서 경기장" => "";
        kana_needs_no_space: ["ブロックチェーン"], "新しいブロックチェーンの" => "ブロックチェーン";
        lao_khmer_burmese: ["ທະນາຄານ", "ធនាគារ", "ဘဏ်"], "ຂອງທະນາຄານ នៃធនាគារ၊ ဗဟိုဘဏ်" => "ທະນາຄານ | ធនាគារ | ဘဏ်";
        cyrillic_words: ["банк"], "банк банкрот Банк" => "банк | Банк";
        combining_mark_continues: ["cafe"], "cafe\u{301} cafe" => "cafe";
        hebrew_abbreviation: ["ארה", "ב", "בנק"], "ארה\"ב, ארה״ב, ו\"בנק\"" => "בנק";
        no_half_syllable: ["ก", "က"], "กิ ကို ก က" => "ก | က";
        repeat_mark_of_kana: ["bank"], "〱bank" => "bank";
        full_stop_of_the_label: ["U.S.", ".NET", "Ph.D."], "U.S.A., ASP.NET, the U.S.-based Ph.D.s of .NET, the U.S.It" => "U.S. | Ph.D. | .NET | U.S.";
        slash_of_the_label: ["24/7", "HTTP/2"], "24/7/365, 24/7. HTTP/2/3, HTTP/2" => "24/7 | HTTP/2";
        raised_digits: ["ECB", "m", "m²"], "the ECB² on 5 m² of land, x m" => "ECB | m² | m";
    }
}

mod addresses {
    use super::*;
    rows! {
        url: ["blockchain"], "https://example.org/blockchain/" => "";
        host: ["kpmg"], "kpmg.com and www.kpmg.com" => "";
        path_of_a_host: ["blockchain"], "example.org/blockchain" => "";
        mail: ["kpmg", "info"], "info@kpmg.example" => "";
        handle: ["metaverse"], "@metaverse" => "";
        lost_space_after_a_stop: ["yuan", "Metaverse"], "352 billion yuan.With it the end.Metaverse" => "yuan | Metaverse";
        lost_space_after_an_acronym: ["CSRC", "It"], "the CSRC.It said" => "CSRC | It";
        word_before_a_stop: ["yuan"], "A yuan. (yuan.) “yuan.”" => "yuan | yuan | yuan";
    }
}

mod numbers {
    use super::*;
    rows! {
        alone: ["88", "100"], "88 of 100, No. 88." => "88 | 100 | 88";
        inside_a_larger_one: ["1", "5", "500", "000"], "1,500 and 1.5 and 1’000" => "";
        time_range_and_fraction: ["11", "13", "12", "2", "4"], "11:13, 2011–12, 2/4" => "";
        chain_of_numbers: ["5", "12", "14", "20", "4"], "2019-05-12, 14–20–4" => "";
        both_ends_of_a_range: ["9", "10"], "9–10 mm, 9-10 mm" => "9 | 10 | 9 | 10";
        numbered_by_a_letter: ["88", "100", "5"], "K 88 hauled it, an R&D 100 Award; 88 K, Plan B, 5 men, part 32°″N 5" => "88 | 5 | 5";
        year_of_a_date: ["2018", "1991"], "March 27, 2018, and December 4, 1991; in 1991, 4, 2018" => "1991 | 2018";
        numbered_by_a_year: ["4", "12"], "version 2015-4, 2011–12, 4-12" => "4 | 12";
        date: ["15", "4"], "15 May 1999, March 15, on 4. Mai, le 4 juillet, el 4 de mayo, 4月15日" => "";
        no_date: ["15"], "15 marches, 15 Mayors, March of the 15" => "15 | 15 | 15";
        with_letters: ["Web3", "G20", "S&P 500", "24/7"], "Web3, G20, May: S&P 500, 24/7 June" => "Web3 | G20 | S&P 500 | 24/7";
    }
}
