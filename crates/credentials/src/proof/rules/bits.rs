//! Lists of status bits, as the two specifications write them down.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use flate2::{
    Compression,
    write::{GzEncoder, ZlibEncoder},
};
use std::io::Write;

/// How many bits a list has: the least that the specification allows, so that each hides among
/// many.
pub(crate) const SLOTS: u32 = 131_072;

const BYTES: usize = SLOTS as usize / 8;
/// The list of W3C's Bitstring Status List: the first bit is the highest of the first byte.
pub(crate) fn bitstring(set: &[u32]) -> String {
    let mut bits = vec![0_u8; BYTES];
    for slot in set.iter().filter(|slot| **slot < SLOTS) {
        bits[*slot as usize / 8] |= 0x80 >> (slot % 8);
    }
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packed.write_all(&bits).and_then(|()| packed.finish()).unwrap_or_default();
    format!("u{}", BASE64_URL_SAFE_NO_PAD.encode(packed))
}

/// The list of IETF's Token Status List: the first bit is the lowest of the first byte.
pub(crate) fn token_list(set: &[u32]) -> String {
    let mut bits = vec![0_u8; BYTES];
    for slot in set.iter().filter(|slot| **slot < SLOTS) {
        bits[*slot as usize / 8] |= 1 << (slot % 8);
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    let packed = packed.write_all(&bits).and_then(|()| packed.finish()).unwrap_or_default();
    BASE64_URL_SAFE_NO_PAD.encode(packed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Read;

    /// The bits of a list, the first byte first.
    fn unpacked(packed: &str, mut reader: impl FnMut(Vec<u8>) -> Box<dyn Read>) -> Vec<u8> {
        let mut bits = Vec::new();
        reader(BASE64_URL_SAFE_NO_PAD.decode(packed).unwrap()).read_to_end(&mut bits).unwrap();
        bits
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn a_bit_is_set_exactly_where_a_credential_was_revoked(set in prop::collection::btree_set(0..SLOTS, 0..40)) {
            let slots: Vec<u32> = set.iter().copied().collect();
            let gzip = |bytes| Box::new(flate2::read::GzDecoder::new(std::io::Cursor::new(bytes))) as Box<dyn Read>;
            let zlib = |bytes| Box::new(flate2::read::ZlibDecoder::new(std::io::Cursor::new(bytes))) as Box<dyn Read>;
            let high = unpacked(bitstring(&slots).strip_prefix('u').unwrap(), gzip);
            let low = unpacked(&token_list(&slots), zlib);
            prop_assert_eq!(high.len(), BYTES);
            for slot in 0..SLOTS {
                let at = slot as usize / 8;
                prop_assert_eq!(high[at] & (0x80 >> (slot % 8)) != 0, set.contains(&slot));
                prop_assert_eq!(low[at] & (1 << (slot % 8)) != 0, set.contains(&slot));
            }
        }
    }
}
