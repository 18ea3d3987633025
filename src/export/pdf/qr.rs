//! The QR code of the simulation's link.

use krilla::geom::{Path, PathBuilder, Rect};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

use super::error::PdfError;

/// The QR code of a link, its upper left corner at `left` and `top`, as one path: dark modules that
/// touch are one rectangle, so that no gap shows between them.
pub fn code(link: &str, left: f32, top: f32, side: f32) -> Result<Path, PdfError> {
    // Apart from the address, the number's capitals and digits take 5.5 bits each rather than 8.
    let (address, number) = link.split_at(link.find('#').map_or(0, |hash| hash + 1));
    let segments = [QrSegment::make_segments(address), QrSegment::make_segments(number)].concat();
    let code = QrCode::encode_segments(&segments, QrCodeEcc::Medium).map_err(|_| PdfError::LinkTooLong)?;
    let module = side / code.size() as f32;
    let mut path = PathBuilder::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            let (across, down) = (left + x as f32 * module, top + y as f32 * module);
            if let Some(modules) =
                Rect::from_xywh(across, down, dark as f32 * module, module).filter(|_| dark > 0)
            {
                path.push_rect(modules);
            }
            x += dark + 1;
        }
    }
    path.finish().ok_or(PdfError::Layout)
}
