//! Days, counted: what is needed to say which day "last Tuesday" was.

/// A day, or a month or year where the rest is 0, as the decimal number `yyyymmdd`.
///
/// ```
/// use glossator::article::Day;
///
/// assert_eq!(Day::new(2021, 12, 30), Some(Day(20_211_230)));
/// assert_eq!(Day::new(2021, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u32);

/// Days from 1 March of year 0 to 1 January 1970.
const EPOCH: i32 = 719_468;
/// In 400 years and in 4 years.
const ERA: i32 = 146_097;

impl Day {
    /// A day that exists.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            2 => 28 + u32::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let is_day = (1..=length).contains(&day) && (1000..=9999).contains(&year);
        is_day.then_some(Self(year * 10_000 + month * 100 + day))
    }

    pub(super) fn month(year: u32, month: u32) -> Option<Self> {
        Self::new(year, month, 1).map(|Self(day)| Self(day - 1))
    }

    pub(super) fn year(year: u32) -> Self {
        Self(year * 10_000)
    }

    pub(super) fn in_year(self) -> u32 {
        self.0 / 10_000
    }

    /// A day that was passed from outside, if it is one.
    #[must_use]
    pub fn checked(self) -> Option<Self> {
        Self::new(self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }

    /// Days since 1 January 1970 (the algorithm of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that a leap day is the last
    /// one).
    #[allow(clippy::cast_possible_wrap)] // four digits
    pub(super) fn number(self) -> i32 {
        let (year, month, day) = (self.0 / 10_000, self.0 / 100 % 100, self.0 % 100);
        let year = year as i32 - i32::from(month <= 2);
        let era = year / 400;
        let in_era = year % 400;
        let in_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
        era * ERA + in_era * 365 + in_era / 4 - in_era / 100 + in_year - EPOCH
    }

    /// The way back. `None` before the year 1000 and behind 9999.
    #[allow(clippy::cast_sign_loss)] // checked
    pub(super) fn from_number(number: i32) -> Option<Self> {
        let number = number.checked_add(EPOCH).filter(|number| *number >= 0)?;
        let era = number / ERA;
        let in_era = number % ERA;
        let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * in_year + 2) / 153;
        let day = in_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        let year = year + era * 400 + i32::from(month <= 2);
        Self::new(year as u32, month as u32, day as u32)
    }

    /// 0 for Monday.
    pub(super) fn weekday(self) -> i32 {
        // 1 January 1970 was a Thursday.
        (self.number() + 3).rem_euclid(7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_without_a_gap() {
        let mut number = Day(10_000_101).number();
        for year in 1000..3000 {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Some(found) = Day::new(year, month, day) {
                        assert_eq!(found.number(), number);
                        assert_eq!(Day::from_number(number), Some(found));
                        number += 1;
                    }
                }
            }
        }
        assert_eq!(Day(19_700_101).number(), 0);
        assert_eq!(Day(20_211_230).weekday(), 3);
        for number in [i32::MIN, -1_000_000, i32::MAX] {
            assert_eq!(Day::from_number(number), None);
        }
    }
}
