//! Tables that are written as rows, where they can be read, and kept as columns, which compress better. The compiler turns the one into the other.

/// Numbers in ascending order, kept as steps from one to the next: those compress far better than the numbers.
pub(super) struct Ascending {
    /// Every [`BLOCK`]th number, so that a search does not add up everything before it.
    pub(super) starts: &'static [u32],
    /// From the number before to this one.
    pub(super) steps: &'static [u16],
}

pub(super) const BLOCK: usize = 64;

impl Ascending {
    /// The position of the last number up to `number`, and how far below it lies.
    pub(super) fn last_up_to(&self, number: u32) -> Option<(usize, u32)> {
        let after = self
            .starts
            .iter()
            .take_while(|&&start| start <= number)
            .count();
        let block = after.checked_sub(1)?;
        let mut position = block * BLOCK;
        let mut distance = number - self.starts.get(block)?;
        for &step in self.steps.get(position + 1..)? {
            let Some(less) = distance.checked_sub(step.into()) else {
                break;
            };
            distance = less;
            position += 1;
        }
        Some((position, distance))
    }
}

/// The steps between numbers in ascending order.
pub(super) const fn steps<const N: usize>(numbers: &[u32; N]) -> [u16; N] {
    let mut out = [0; N];
    let mut before = 0;
    let mut at = 0;
    while at < N {
        let step = numbers[at] - before;
        assert!(step <= u16::MAX as u32);
        #[expect(clippy::cast_possible_truncation)]
        {
            out[at] = step as u16;
        }
        before = numbers[at];
        at += 1;
    }
    out
}

/// Every [`BLOCK`]th of some numbers.
pub(super) const fn starts<const B: usize, const N: usize>(numbers: &[u32; N]) -> [u32; B] {
    let mut out = [0; B];
    let mut at = 0;
    while at < B {
        out[at] = numbers[at * BLOCK];
        at += 1;
    }
    out
}

/// What each row of a table has at one place, as an array.
macro_rules! column {
    ($rows:expr, $count:expr, $empty:expr, |$row:ident| $value:expr) => {{
        let mut out = [$empty; $count];
        let mut at = 0;
        while at < $count {
            let $row = &$rows[at];
            out[at] = $value;
            at += 1;
        }
        out
    }};
}

pub(super) use column;

#[cfg(test)]
mod tests {
    use super::*;

    static NUMBERS: Ascending = {
        const ROWS: [(u32, char); 3] = [(3, 'a'), (5, 'b'), (9, 'c')];
        const COLUMN: [u32; 3] = column!(ROWS, 3, 0, |row| row.0);
        Ascending {
            starts: &starts::<1, 3>(&COLUMN),
            steps: &steps(&COLUMN),
        }
    };

    #[test]
    fn the_last_number_up_to_another() {
        for (number, expected) in [
            (2, None),
            (3, Some((0, 0))),
            (4, Some((0, 1))),
            (8, Some((1, 3))),
            (100, Some((2, 91))),
        ] {
            assert_eq!(NUMBERS.last_up_to(number), expected, "{number}");
        }
    }
}
