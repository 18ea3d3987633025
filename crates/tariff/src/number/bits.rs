//! Bit packing: fixed-width fields, flags and Exp-Golomb codes in the five-bit symbols of bech32m.

use bech32::Fe32;

/// Packs fields, most significant bit first, into five-bit symbols.
#[derive(Default)]
pub(super) struct Writer {
    symbols: Vec<Fe32>,
    pending: u8,
    pending_bits: u8,
}

impl Writer {
    /// Writes a field of exactly that many bits. Higher bits of the value must be zero.
    pub fn bits(&mut self, width: u32, value: u32) {
        debug_assert!(width == 32 || value >> width == 0, "{value} needs more than {width} bits");
        for position in (0..width).rev() {
            self.pending = self.pending << 1 | (value >> position & 1) as u8;
            self.pending_bits += 1;
            if self.pending_bits == 5 {
                self.push_symbol();
            }
        }
    }

    /// Writes a flag, in one bit.
    pub fn flag(&mut self, yes: bool) {
        self.bits(1, yes.into());
    }

    /// Writes a number that is usually small as an Exp-Golomb code of that order. It takes `order + 1` bits
    /// below `2^order`, and two bits more for each doubling.
    pub fn golomb(&mut self, order: u32, value: u32) {
        let shifted = value + (1 << order);
        let width = shifted.ilog2() + 1;
        self.bits(width - order - 1, 0);
        self.bits(width, shifted);
    }

    /// The symbols, the last one padded with zeros.
    pub fn finish(mut self) -> Vec<Fe32> {
        while self.pending_bits > 0 {
            self.bits(1, 0);
        }
        self.symbols
    }

    fn push_symbol(&mut self) {
        // Five bits always are a symbol.
        self.symbols.push(Fe32::try_from(self.pending).unwrap_or(Fe32::Q));
        (self.pending, self.pending_bits) = (0, 0);
    }
}

/// Unpacks fields in the order in which they were written. Every method returns `None` past the end.
pub(super) struct Reader<'symbols> {
    symbols: &'symbols [Fe32],
    position: usize,
}

impl<'symbols> Reader<'symbols> {
    pub fn new(symbols: &'symbols [Fe32]) -> Self {
        Reader { symbols, position: 0 }
    }

    pub fn bits(&mut self, width: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..width {
            let symbol = self.symbols.get(self.position / 5)?.to_u8();
            value = value << 1 | u32::from(symbol >> (4 - self.position % 5) & 1);
            self.position += 1;
        }
        Some(value)
    }

    pub fn flag(&mut self) -> Option<bool> {
        self.bits(1).map(|bit| bit == 1)
    }

    pub fn golomb(&mut self, order: u32) -> Option<u32> {
        let mut longer = 0;
        while !self.flag()? {
            longer += 1;
            if longer + order > 30 {
                return None;
            }
        }
        let rest = self.bits(order + longer)?;
        Some((1 << (order + longer)) + rest - (1 << order))
    }
}

/// The number of bits needed for every number below `count`.
pub(super) fn width_for(count: usize) -> u32 {
    match count {
        0 | 1 => 0,
        _ => (count - 1).ilog2() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(fields in prop::collection::vec((0u32..6, 0u32..200_000), 0..20)) {
            let mut writer = Writer::default();
            for (order, value) in &fields {
                writer.golomb(*order, *value);
                writer.bits(18, *value);
                writer.flag(value % 2 == 1);
            }
            let symbols = writer.finish();
            let mut reader = Reader::new(&symbols);
            for (order, value) in &fields {
                prop_assert_eq!(reader.golomb(*order), Some(*value));
                prop_assert_eq!(reader.bits(18), Some(*value));
                prop_assert_eq!(reader.flag(), Some(value % 2 == 1));
            }
        }
    }

    #[test]
    fn the_largest_number_is_read_again_and_a_longer_one_is_refused() {
        for order in [0, 5] {
            let largest = (1 << 31) - 1 - (1 << order);
            let mut writer = Writer::default();
            writer.golomb(order, largest);
            assert_eq!(Reader::new(&writer.finish()).golomb(order), Some(largest));

            let mut writer = Writer::default();
            writer.bits(31 - order, 0);
            writer.bits(32, u32::MAX);
            assert_eq!(Reader::new(&writer.finish()).golomb(order), None);
        }
    }

    #[test]
    fn a_width_holds_every_number_below_the_count() {
        assert_eq!([0, 1, 2, 3, 4, 5, 8, 9].map(width_for), [0, 0, 1, 2, 2, 3, 3, 4]);
    }
}
