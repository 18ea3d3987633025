//! The views, one of which is in sight: the simulator's form, and those in its place.

/// A view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The form and its estimate.
    #[default]
    Simulator,
    /// Checks numbers.
    Check,
    /// The simulations saved on this device.
    Saved,
    /// From the estimate to the access: who pays what and when, what to sign, which steps to take.
    Plan,
    /// Variants side by side.
    Compare,
    /// The editor of CASD's price list.
    PriceEditor,
}

impl View {
    /// The view of that name in an address; an unknown name is the simulator's.
    ///
    /// ```
    /// use casd_simulator::app::View;
    ///
    /// assert_eq!(View::from_name("plan"), View::Plan);
    /// assert_eq!(View::from_name(View::Saved.name()), View::Saved);
    /// assert_eq!(View::from_name(""), View::Simulator);
    /// ```
    pub fn from_name(name: &str) -> View {
        const ALL: [View; 5] = [View::Check, View::Saved, View::Plan, View::Compare, View::PriceEditor];
        ALL.into_iter().find(|view| view.name() == name).unwrap_or_default()
    }

    /// The name in an address; empty for the simulator.
    pub fn name(self) -> &'static str {
        match self {
            View::Simulator => "",
            View::Check => "check",
            View::Saved => "kept",
            View::Plan => "plan",
            View::Compare => "compare",
            View::PriceEditor => "prices",
        }
    }
}
