//! Numbers in sentences, without the formatting of the standard library: its padding, precision and signs are two kilobytes of Wasm that nothing here asks for.

/// The number in decimal digits.
pub(crate) fn decimal(mut number: usize) -> String {
    let mut digits = String::new();
    loop {
        let digit = char::from(b'0' + (number % 10) as u8);
        digits.insert(0, digit);
        number /= 10;
        if number == 0 {
            return digits;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (number, expected) in [(0, "0"), (7, "7"), (10, "10"), (16_777_216, "16777216")] {
            assert_eq!(decimal(number), expected);
        }
    }
}
