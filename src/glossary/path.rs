//! Where in the input a rule looks right now: a chain of steps on the stack, written out only when there is an error to report.
//!
//! A glossary of 5,000 entries checks some 80,000 fields; formatting a path for each would cost more than compiling the matcher.

use crate::base::digits::decimal;
use crate::error::Place;

#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Item(usize),
}

impl Path<'_> {
    pub(super) fn root() -> Self {
        Path {
            parent: None,
            step: Step::Root,
        }
    }

    pub(super) fn field<'b>(&'b self, name: &'b str) -> Path<'b> {
        Path {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    pub(super) fn item(&self, index: usize) -> Path<'_> {
        Path {
            parent: Some(self),
            step: Step::Item(index),
        }
    }

    /// `entries[3].aliases[0].label`
    pub(super) fn to_place(self) -> Place {
        let mut path = String::new();
        self.write(&mut path);
        Place { path, entry: None }
    }

    fn write(&self, out: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(out);
        }
        match self.step {
            Step::Root => {}
            Step::Field(name) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Step::Item(index) => {
                out.push('[');
                out.push_str(&decimal(index));
                out.push(']');
            }
        }
    }
}
