//! Pictures that a phone reads.

use crate::TypesetFault;
use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// How wide the light edge around the picture is, in modules (ISO/IEC 18004 asks for four).
const EDGE: usize = 4;

/// An address as a picture that a phone reads (a QR code).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    path: String,
}

impl Qr {
    /// The picture of an address. A sixth of it may be lost and it is still read.
    ///
    /// # Errors
    /// [`TypesetFault`] when the address is longer than such a picture holds.
    pub fn of(address: &str) -> Result<Self, TypesetFault> {
        let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(|fault| TypesetFault(fault.to_string()))?;
        let mut path = String::new();
        for row in 0..code.size {
            // Dark modules side by side are one stroke.
            let mut column = 0;
            while column < code.size {
                let length = (column..code.size).take_while(|at| code[row][*at].value()).count();
                if length > 0 {
                    let _ = write!(path, "M{} {}h{length}v1h-{length}z", column + EDGE, row + EDGE);
                }
                column += length.max(1);
            }
        }
        Ok(Self { side: code.size + 2 * EDGE, path })
    }
    /// The picture as SVG, dark on light whatever the colours around it, to be read out as `alt`;
    /// with an empty one it is passed over.
    pub fn svg(&self, alt: &str) -> String {
        let Self { side, path } = self;
        let words: String = alt.chars().map(escaped).collect();
        let spoken = if alt.is_empty() {
            "aria-hidden=\"true\"".to_owned()
        } else {
            format!("role=\"img\" aria-label=\"{words}\"")
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" {spoken} \
             focusable=\"false\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#1C2B2D\" d=\"{path}\"/></svg>"
        )
    }
    /// The same for paper, where the paper is the ground.
    pub(crate) fn on_paper(&self) -> String {
        let Self { side, path } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" \
             height=\"{side}\"><path fill=\"#000\" d=\"{path}\"/></svg>"
        )
    }
}

fn escaped(c: char) -> String {
    match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        other => other.to_string(),
    }
}
