//! Replays `corpus/`: seeds, and what was once found. It needs no libFuzzer: `cargo test --no-default-features`.

use std::fs;
use std::path::Path;

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut count = 0;
    for file in fs::read_dir(folder).expect("there is a corpus") {
        let path = file.expect("readable").path();
        println!("{}", path.display()); // shown where it fails
        check(&fs::read(&path).expect("readable"));
        count += 1;
    }
    assert!(count > 0, "no seeds");
}

#[test]
fn fold() {
    replay("fold", glossator_fuzz::fold::check);
}

#[test]
fn matcher() {
    replay("matcher", glossator_fuzz::matcher::check);
}

#[test]
fn glossary() {
    replay("glossary", glossator_fuzz::glossary::check);
}

#[test]
fn engine() {
    replay("engine", glossator_fuzz::engine::check);
}
