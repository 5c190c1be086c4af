//! Arabic: the article, of which each word of a term may have one, or none.
//!
//! "البنك المركزي" is the central bank, "بنك مركزي" one of them, and "سعر الفائدة" the rate of interest. Whatever a label says, it is met with the article and without. At its front that is
//! [proclitics](crate::matcher)' work, so a form begins without, and has the article before all its other words or before none. Plurals are mostly other words, and not made.

use super::Label;

const ARTICLE: &[u8] = "ال".as_bytes();
/// Bytes of a word with an article: three letters behind it.
const SHORTEST: usize = 10;

/// Adds the forms of a label.
pub(super) fn inflect(label: &mut Label) {
    for article in [ARTICLE, b""] {
        let mut form = Vec::new();
        for word in label.text.split(|&byte| byte == b' ') {
            if !form.is_empty() {
                form.push(b' ');
                form.extend_from_slice(article);
            }
            let has_one = word.len() >= SHORTEST && word.starts_with(ARTICLE);
            form.extend_from_slice(&word[if has_one { ARTICLE.len() } else { 0 }..]);
        }
        label.push(form);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn with_the_article_and_without() {
        let rows = [
            ("تضخم", ""),
            ("التضخم", "تضخم"),
            ("بنك مركزي", "بنك المركزي"),
            ("البنك المركزي", "بنك المركزي, بنك مركزي"),
            ("سعر الفائدة", "سعر فائدة"),
            ("الله", ""),
        ];
        check("ar", &rows);
        check("en", &rows);
    }
}
