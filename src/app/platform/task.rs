//! Tasks that wait for the browser or for a chunk.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

/// What a task waits for, whatever its type: each type of task is compiled, and weighed, again.
pub type Waiting<T> = Pin<Box<dyn Future<Output = T>>>;

/// Runs a task.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    fn boxed(task: Waiting<()>) {
        spawn_local(task);
    }
    boxed(Box::pin(task));
}
