//! Entry bundles: entries one after another, each behind its length in two bytes, big-endian.

use thiserror::Error;

/// The most bytes an entry can have in a bundle. Candour's entries stop far below, at 512.
pub const MAX_ENTRY_LENGTH: usize = 65_535;

/// Why bytes are not the bundle that was expected.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
pub enum BundleError {
    /// The bytes end inside an entry.
    #[error("the bundle ends inside its entry {position}")]
    Cut {
        /// Which entry of the bundle, from 0.
        position: usize,
    },
    /// More or fewer entries than the bundle's width.
    #[error("the bundle holds {found} entries, not {expected}")]
    WrongWidth {
        /// How many there are (at least).
        found: usize,
        /// How many there have to be.
        expected: u16,
    },
}

/// Splits a bundle into exactly `width` entries.
///
/// # Errors
/// Where the bytes are cut or hold another number of entries.
pub fn parse_bundle(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleError> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let cut = BundleError::Cut { position: entries.len() };
        let (length, after) = rest.split_first_chunk::<2>().ok_or(cut)?;
        let (entry, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(cut)?;
        if entries.len() == usize::from(width) {
            return Err(BundleError::WrongWidth { found: entries.len() + 1, expected: width });
        }
        entries.push(entry);
        rest = after;
    }
    if entries.len() == usize::from(width) {
        Ok(entries)
    } else {
        Err(BundleError::WrongWidth { found: entries.len(), expected: width })
    }
}

/// Appends an entry to a bundle; `None`, and nothing appended, where it is too long.
#[must_use]
pub fn push_entry(bundle: &mut Vec<u8>, entry: &[u8]) -> Option<()> {
    let length = u16::try_from(entry.len()).ok()?;
    bundle.extend_from_slice(&length.to_be_bytes());
    bundle.extend_from_slice(entry);
    Some(())
}
