//! Today's date, and the time that has passed.

use chrono::NaiveDate;

/// How long the form rests before what it comes to is announced and written into the address, in milliseconds.
pub const REST_MS: u32 = 1_500;

/// Today, as the user's calendar has it.
#[cfg(target_arch = "wasm32")]
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Today, as the user's calendar has it.
#[cfg(not(target_arch = "wasm32"))]
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// Milliseconds since the page was loaded. Unlike the time of day, it is never set back.
pub fn elapsed_ms() -> f64 {
    super::window().performance().map_or(0.0, |performance| performance.now())
}
