#![cfg_attr(feature = "libfuzzer", no_main)]

#[cfg(feature = "libfuzzer")]
libfuzzer_sys::fuzz_target!(|data: &[u8]| glossator_fuzz::stored::check(data));

/// Only there so that the target can be compiled without libFuzzer.
#[cfg(not(feature = "libfuzzer"))]
fn main() {
    let _ = glossator_fuzz::stored::check;
}
