//! What the page keeps, and what it computes from that.
//!
//! These are Leptos's signal and memo. Each `with` of theirs is compiled anew, the look-up in it too; here
//! only the reader is. It keeps 1 kB from the first load.

use core::ops::{Deref, DerefMut};

use leptos::prelude::*;

/// Something that changes, and that views follow. It is a handle: copies are the same.
pub struct State<T: 'static>(RwSignal<T>);

/// Something that follows from what it read. It is a handle: copies are the same.
pub struct Computed<T: Send + Sync + 'static>(Memo<T>);

impl<T> Clone for State<T> {
    fn clone(&self) -> State<T> {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T: Send + Sync> Clone for Computed<T> {
    fn clone(&self) -> Computed<T> {
        *self
    }
}

impl<T: Send + Sync> Copy for Computed<T> {}

impl<T: Send + Sync> State<T> {
    /// Something that is so at first.
    pub fn new(value: T) -> State<T> {
        State(RwSignal::new(value))
    }

    /// Reads it, and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        #[inline(never)]
        fn guard<T: Send + Sync + 'static>(signal: RwSignal<T>) -> impl Deref<Target = T> {
            signal.read()
        }
        read(&guard(self.0))
    }

    /// Reads it as it is now.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        #[inline(never)]
        fn guard<T: Send + Sync + 'static>(signal: RwSignal<T>) -> impl Deref<Target = T> {
            signal.read_untracked()
        }
        read(&guard(self.0))
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        #[inline(never)]
        fn guard<T: Send + Sync + 'static>(signal: &RwSignal<T>) -> impl DerefMut<Target = T> {
            signal.write()
        }
        change(&mut guard(&self.0));
    }
}

impl<T: Send + Sync> Computed<T> {
    /// Something that is computed anew whenever what it reads has changed. What follows it is then told,
    /// whether it is the same or not: outcomes are cheap to make and costly to compare.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Computed<T> {
        Computed(Memo::new_with_compare(move |_| compute(), |_, _| true))
    }

    /// Reads it, and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        #[inline(never)]
        fn guard<T: Send + Sync + 'static>(memo: Memo<T>) -> impl Deref<Target = T> {
            memo.read()
        }
        read(&guard(self.0))
    }

    /// Reads it as it is now.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        #[inline(never)]
        fn guard<T: Send + Sync + 'static>(memo: Memo<T>) -> impl Deref<Target = T> {
            memo.read_untracked()
        }
        read(&guard(self.0))
    }
}
