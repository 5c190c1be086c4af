//! Memory for the Wasm: a list of free blocks for each size, and new blocks from the end of what there is.
//!
//! The standard library's allocator has 2.9 KB after compression in the first module; this one has 0.4 KB. It can be so small because of how the engine
//! asks: tables that grow by doubling, for a glossary and then for one text after the other. Freed blocks are never joined, but the next text takes the same sizes again, so
//! memory stops growing with the largest text there was.
//!
//! *Sizes* are multiples of 16 bytes, and four for each power of two above 64 bytes (64, 80, 96, 112, 128, 160 …), so that at most a fifth of a block is left unused. These are
//! segregated free lists, as Wilson and others call them ("Dynamic Storage Allocation", 1995).
//!
//! `unsafe` is what an allocator is made of: see `docs/decisions.md`.

#![allow(unsafe_code)]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::memory_grow;
use core::cell::Cell;
use core::ptr::null_mut;

/// Bytes of the smallest block, and what every block's address is a multiple of: that of a vector.
const SMALLEST: usize = 16;
/// Bytes of a page of Wasm memory.
const PAGE: usize = 1 << 16;
/// Four for each power of two that fits 32 bits.
const CLASSES: usize = 4 * 32;

struct Heap {
    /// The first free block of each size. A free block begins with the address of the next one; 0 is none.
    free: [Cell<usize>; CLASSES],
    /// Where the memory begins that was never given out, and where it ends.
    next: Cell<usize>,
    end: Cell<usize>,
}

// A module without shared memory has one thread.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap = Heap {
    free: [const { Cell::new(0) }; CLASSES],
    next: Cell::new(0),
    end: Cell::new(0),
};

/// The number of a size and its bytes, at least as many as asked for. `bytes` is at most 2^31.
fn class(bytes: usize) -> (usize, usize) {
    let most = bytes.max(SMALLEST).next_multiple_of(SMALLEST) - 1;
    let shift = most.ilog2() as usize - 2;
    let quarters = most >> shift;
    (4 * shift + quarters - 4, (quarters + 1) << shift)
}

impl Heap {
    /// New memory; 0 where the browser gives no more.
    fn grow(&self, bytes: usize) -> usize {
        let short = bytes.saturating_sub(self.end.get() - self.next.get());
        if short > 0 {
            let pages = short.div_ceil(PAGE);
            let old = memory_grow::<0>(pages);
            if old == usize::MAX {
                return 0;
            }
            if self.end.get() == 0 {
                // What lies before is the module's own. From now on nobody else asks for memory.
                self.next.set(old * PAGE);
            }
            self.end.set((old + pages) * PAGE);
        }
        let block = self.next.get();
        self.next.set(block + bytes);
        block
    }
}

// SAFETY: a block is as large and as aligned as asked for, or there is none; it is in no list while it is in use.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // Nothing here asks for more than a vector does.
        if layout.align() > SMALLEST {
            return null_mut();
        }
        let (class, bytes) = class(layout.size());
        let first = &self.free[class];
        let block = first.get();
        if block == 0 {
            return self.grow(bytes) as *mut u8;
        }
        // SAFETY: a free block begins with the address of the next.
        first.set(unsafe { *(block as *const usize) });
        block as *mut u8
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let (class, _) = class(layout.size());
        let first = &self.free[class];
        // SAFETY: the block has 16 bytes at least, and nobody else uses it any more.
        unsafe { *block.cast::<usize>() = first.get() };
        first.set(block as usize);
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if class(layout.size()) == class(size) {
            return block;
        }
        // SAFETY: the caller's promises about `block` and `size` are those that are asked for here.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !new.is_null() {
                new.copy_from_nonoverlapping(block, size.min(layout.size()));
                self.dealloc(block, layout);
            }
            new
        }
    }
}
