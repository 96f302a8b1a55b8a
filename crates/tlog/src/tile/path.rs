//! Names of tiles and bundles below the log's prefix.

use super::{FULL_WIDTH, TILE_LEVELS};
use crate::encoding::from_decimal;
use std::fmt;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileKind {
    /// Hashes of a level.
    Hashes {
        /// The level, 0 for leaf hashes.
        level: u8,
    },
    /// Entries.
    Entries,
}

/// The name of a tile or bundle, such as `tile/0/x001/x234/067` or `tile/entries/000.p/5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    kind: TileKind,
    index: u64,
    // INVARIANT: 1 to 256.
    width: u16,
}

impl TilePath {
    /// A tile of hashes. `None` unless the width is 1 to 256 and the level below [`TILE_LEVELS`].
    #[must_use]
    pub fn hashes(level: u8, index: u64, width: u16) -> Option<Self> {
        let valid = level < TILE_LEVELS && (1..=FULL_WIDTH).contains(&width);
        valid.then_some(Self { kind: TileKind::Hashes { level }, index, width })
    }

    /// A bundle of entries. `None` unless the width is 1 to 256.
    #[must_use]
    pub fn entries(index: u64, width: u16) -> Option<Self> {
        (1..=FULL_WIDTH).contains(&width).then_some(Self { kind: TileKind::Entries, index, width })
    }

    /// Reads a path, in its one spelling.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.strip_prefix("tile/")?.split_once('/')?;
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, from_decimal(width).filter(|w| *w < u64::from(FULL_WIDTH))?),
            None => (rest, u64::from(FULL_WIDTH)),
        };
        let mut index = 0u64;
        for element in number.split('/') {
            let digits = element.strip_prefix('x').unwrap_or(element);
            if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            index = index.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
        }
        let width = u16::try_from(width).ok()?;
        let path = match kind {
            "entries" => Self::entries(index, width)?,
            level => Self::hashes(u8::try_from(from_decimal(level)?).ok()?, index, width)?,
        };
        // Refuses missing and surplus `x` and leading zero elements.
        (path.to_string() == text).then_some(path)
    }

    /// What the file holds.
    #[must_use]
    pub const fn kind(&self) -> TileKind {
        self.kind
    }

    /// Its place in the level.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// How many hashes or entries, 1 to 256.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Whether it is not full yet.
    #[must_use]
    pub const fn is_partial(&self) -> bool {
        self.width < FULL_WIDTH
    }

    /// The full tile of the same place.
    #[must_use]
    pub const fn full(self) -> Self {
        Self { width: FULL_WIDTH, ..self }
    }
}

impl fmt::Display for TilePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Hashes { level } => write!(out, "tile/{level}/")?,
            TileKind::Entries => out.write_str("tile/entries/")?,
        }
        let mut elements = vec![format!("{:03}", self.index % 1000)];
        let mut rest = self.index / 1000;
        while rest > 0 {
            elements.push(format!("x{:03}", rest % 1000));
            rest /= 1000;
        }
        elements.reverse();
        out.write_str(&elements.join("/"))?;
        if self.is_partial() { write!(out, ".p/{}", self.width) } else { Ok(()) }
    }
}
