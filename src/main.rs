//! Mounts the page, and nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    casd_simulator::app::mount();
}
